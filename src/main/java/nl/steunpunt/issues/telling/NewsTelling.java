package nl.steunpunt.issues.telling;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.IssueTracking;
import nl.steunpunt.issues.telling.TellingScreens.Card;
import nl.steunpunt.issues.telling.TellingScreens.Name;
import nl.steunpunt.notify.Notices;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.live.LiveEvents;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A power user tells it, or comes back with that it is not so. */
@Service
public class NewsTelling {
  static final int MAX_TEXT = 2_000;

  private final TellingScreens screens;
  private final Receipts receipts;
  private final IssueTracking tracking;
  private final Notices notices;
  private final LiveEvents live;
  private final Messages messages;
  private final Clock clock;

  NewsTelling(
      TellingScreens screens,
      Receipts receipts,
      IssueTracking tracking,
      Notices notices,
      LiveEvents live,
      Messages messages,
      Clock clock) {
    this.screens = screens;
    this.receipts = receipts;
    this.tracking = tracking;
    this.notices = notices;
    this.live = live;
    this.messages = messages;
    this.clock = clock;
  }

  /** All who still waited for it know. */
  @Transactional
  public int told(Me me, IssueId issue, NewsId news) {
    var card = current(me, issue, news);
    return told(me, issue, news, people(card.names()));
  }

  /**
   * These know; the others wait on.
   *
   * @param people of those that the card names
   */
  @Transactional
  public int toldSome(Me me, IssueId issue, NewsId news, List<PersonId> people) {
    var card = current(me, issue, news);
    var some = new HashSet<>(people);
    var known = people(card.names()).stream().filter(some::contains).toList();
    if (known.isEmpty()) {
      throw Refusal.of("telling.refused.nobody").at("person");
    }
    return told(me, issue, news, known);
  }

  private int told(Me me, IssueId issue, NewsId news, List<PersonId> people) {
    var told = receipts.told(issue, news, people, me.id());
    changed(me, issue);
    return told;
  }

  /**
   * "They say it is not so": what they said goes to who tracks the issue, and one that had ended is
   * open again.
   *
   * @param text what they said
   */
  @Transactional
  public void notSo(Me me, IssueId issue, NewsId news, String text) {
    var card = current(me, issue, news);
    var said = text.strip();
    if (said.isEmpty()) {
      throw Refusal.of("telling.refused.no_text").at("text");
    }
    if (said.length() > MAX_TEXT) {
      throw Refusal.of("telling.refused.long_text", MAX_TEXT).at("text");
    }
    var people = receipts.disputed(issue, news, people(card.names()), me.id());
    if (people == 0) {
      throw Refusal.conflict("telling.refused.said");
    }
    receipts.keepDispute(issue, news, me.id(), people, said, clock.instant());
    changed(me, issue);
    tracking.reopen(issue);
  }

  /** It was a slip of the thumb. */
  @Transactional
  public void takeBack(Me me, IssueId issue, NewsId news) {
    current(me, issue, news);
    if (receipts.takeBack(issue, news, me.id()) == 0) {
      throw Refusal.conflict("telling.refused.newer");
    }
    changed(me, issue);
  }

  /**
   * How this power user would say it. What is empty or as it was ready is no word of theirs: what
   * the desk writes later is shown.
   */
  @Transactional
  public void say(Me me, IssueId issue, NewsId news, String nl, String en) {
    var card = current(me, issue, news);
    say(me, card, news, "nl", nl);
    say(me, card, news, "en", en);
  }

  private void say(Me me, Card card, NewsId news, String language, String typed) {
    var text = typed.replace("\r\n", "\n").strip();
    if (text.length() > MAX_TEXT) {
      throw Refusal.of("telling.refused.long_text", MAX_TEXT).at(language);
    }
    if (text.isEmpty() || text.equals(ready(card, language))) {
      receipts.dropWords(news, me.id(), language);
    } else {
      receipts.keepWords(news, me.id(), language, text);
    }
  }

  private String ready(Card card, String language) {
    return card.ready(messages, language).replace("\r\n", "\n").strip();
  }

  /** Who has it on the screen needs no mail about it. */
  @Transactional
  public void seen(Me me) {
    notices.seen(me.id(), TellingLetter.CONVERSATION);
  }

  /** The card as it stands: what was read on it may be old news by now. */
  private Card current(Me me, IssueId issue, NewsId news) {
    tracking.lock(issue);
    var card = screens.card(me.id(), issue);
    if (card.news() != news.value()) {
      throw Refusal.conflict("telling.refused.newer");
    }
    return card;
  }

  private void changed(Me me, IssueId issue) {
    live.tell(List.of(me.id()), "notice", issue.value(), "told");
  }

  private static List<PersonId> people(List<Name> names) {
    return names.stream().map(name -> new PersonId(name.id())).toList();
  }
}
