package nl.steunpunt.issues.issue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.steunpunt.issues.IssueDoor;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.telling.IssueConversation;
import nl.steunpunt.issues.telling.NewsSpreading;
import nl.steunpunt.issues.telling.Receipts;
import nl.steunpunt.network.About;
import nl.steunpunt.network.PeopleNews;
import nl.steunpunt.network.Presence;
import nl.steunpunt.notify.ChatEvent;
import nl.steunpunt.notify.ChatNews;
import nl.steunpunt.notify.Notices;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.live.LiveEvents;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Sending;
import nl.steunpunt.support.QuestionDoor;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.SignalDoor;
import nl.steunpunt.support.SignalId;
import nl.steunpunt.support.Suggestible;
import nl.steunpunt.support.SuggestionKind;
import nl.steunpunt.support.Suggestions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reporting an issue, keeping it true, and joining it. Who is hit is told of every change that
 * matters to them.
 */
@Service
public class IssueTracking implements IssueDoor {
  static final int MAX_TITLE = 200;
  static final int MAX_TEXT = 10_000;
  static final int MAX_RELEASE = 60;

  private final Issues issues;
  private final Suggestions suggestions;
  private final QuestionDoor questions;
  private final SignalDoor signals;
  private final LiveEvents live;
  private final PeopleNews people;
  private final Notices notices;
  private final ChatNews chats;
  private final NewsSpreading news;
  private final Receipts receipts;
  private final IssueHooks hooks;
  private final Owners owners;
  private final Clock clock;

  IssueTracking(
      Issues issues,
      Suggestions suggestions,
      QuestionDoor questions,
      SignalDoor signals,
      LiveEvents live,
      PeopleNews people,
      Notices notices,
      ChatNews chats,
      NewsSpreading news,
      Receipts receipts,
      IssueHooks hooks,
      Owners owners,
      Clock clock) {
    this.issues = issues;
    this.suggestions = suggestions;
    this.questions = questions;
    this.signals = signals;
    this.live = live;
    this.people = people;
    this.notices = notices;
    this.chats = chats;
    this.news = news;
    this.receipts = receipts;
    this.hooks = hooks;
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * @param signal what it comes from: who said it is hit, and hears what becomes of it; null:
   *     nothing
   * @param sending the form it was typed in: sent again it is the same issue; null: none
   */
  @Transactional
  public IssueId report(
      Me me,
      About about,
      String title,
      String description,
      @Nullable SignalId signal,
      @Nullable UUID sending) {
    var words = title(title);
    var text = text(description, "description");
    var as = Sending.of(sending, words, text);
    var id = issues.add(about.system(), about.topic(), words, text, me.id(), clock.instant(), as);
    if (id.isEmpty()) {
      return issues.reportedAs(me.id(), as);
    }
    var issue = id.get();
    suggest(issues.locked(issue));
    if (signal != null) {
      signals
          .becameIssue(me, signal, issue.value())
          .ifPresent(sender -> joinWithoutName(sender, issue));
    }
    hooks.reported(issues.locked(issue));
    chats.tell(ChatEvent.ISSUE_REPORTED, issue.value(), about.system(), issues.hit(issue));
    return issue;
  }

  /**
   * @param readAt when what is changed had last been changed; null: it is changed however it stands
   * @throws ChangedMeanwhile when it was changed since, and not to what is wanted here
   */
  @Transactional
  public IssueId change(Me me, IssueId number, IssueForm wish, @Nullable Instant readAt) {
    var before = issues.locked(number);
    var id = before.id();
    var late = readAt != null && !(id.equals(number) && issues.isSince(id, readAt));
    Issues.Issue after;
    try {
      after = changed(before, wish);
    } catch (Refusal refused) {
      // What is wrong with it is said of the page as it is then, and that must have been read.
      throw late ? new ChangedMeanwhile() : refused;
    }
    if (after.equals(before)) {
      return id;
    }
    if (late) {
      throw new ChangedMeanwhile();
    }
    var now = clock.instant();
    issues.save(after, now);
    if (!Objects.equals(after.workaround(), before.workaround())) {
      issues.addWorkaround(id, after.workaround(), me.id(), me.id(), now);
    }
    suggest(after);
    tellWhoLooks(id, now);
    if (isNews(before, after)) {
      news.begin(id, me.id(), false);
      var hit = issues.hit(id);
      hooks.changed(after);
      chats.tell(ChatEvent.ISSUE_CHANGED, id.value(), after.systemId(), hit);
    }
    return id;
  }

  /** Who has it in front sees how it stands, also when it is no news or not theirs. */
  private void tellWhoLooks(IssueId id, Instant now) {
    var looking = issues.looking(IssueConversation.of(id), now.minus(Presence.LASTS));
    live.tell(looking, "issue", id.value(), "changed");
  }

  private Issues.Issue changed(Issues.Issue before, IssueForm wish) {
    return new Issues.Issue(
        before.id(),
        before.systemId(),
        before.topicId(),
        title(wish.title()),
        kept(before.description(), text(wish.description(), "description")),
        Status.of(wish.status()),
        orNull(kept(before.workaround(), text(wish.workaround(), "workaround"))),
        Severity.of(wish.severity()),
        orNull(release(wish.plannedRelease())),
        owners.of(wish.owner()));
  }

  /** A text with other ends of lines is no other text, and no news. */
  private static String kept(@Nullable String before, String typed) {
    return before != null && IssueForm.isSame(before, typed) ? before : typed;
  }

  /** It is there, by this number. */
  public IssueId known(IssueId id) {
    return issues.locked(id).id();
  }

  /** The one that somebody names by its number, as they type it. */
  public IssueId numbered(String typed) {
    var number = typed.strip().replace("#", "");
    if (!number.matches("\\d{1,18}")) {
      throw Refusal.of("issue.refused.number").at("issue");
    }
    var id = IssueId.of(number);
    if (!issues.isThere(id)) {
      throw Refusal.of("issue.refused.unknown", id.value()).at("issue");
    }
    return id;
  }

  /**
   * What somebody proposed is what people see from now on.
   *
   * @return which version it is
   */
  @Transactional
  public int approve(Me me, IssueId number, String workaround, PersonId writtenBy) {
    var before = issues.locked(number);
    var id = before.id();
    var now = clock.instant();
    var after = before.withWorkaround(workaround);
    issues.save(after, now);
    var version = issues.addWorkaround(id, workaround, writtenBy, me.id(), now);
    suggest(after);
    tellWhoLooks(id, now);
    if (after.status().isOpen()) {
      news.begin(id, me.id(), false);
    }
    hooks.changed(after);
    chats.tell(ChatEvent.ISSUE_CHANGED, id.value(), after.systemId(), issues.hit(id));
    return version;
  }

  /** Who said "me too" or asked about it. */
  public List<PersonId> followers(IssueId id) {
    return issues.hit(id);
  }

  /** Its number leads to the other one from now on. */
  @Transactional
  public void wentInto(IssueId gone, IssueId kept) {
    suggestions.remove(SuggestionKind.ISSUE, gone.value());
    hooks.wentInto(issues.itself(gone), kept);
  }

  /** It is one of its own again. */
  @Transactional
  public void cameOut(IssueId id) {
    var issue = issues.itself(id);
    suggest(issue);
    hooks.changed(issue);
  }

  /** A new one of the same system and topic, and as far as that one is. */
  @Transactional
  public IssueId reportBeside(Me me, IssueId other, String title) {
    var beside = issues.itself(other);
    var words = title(title);
    var id =
        issues
            .add(beside.systemId(), beside.topicId(), words, "", me.id(), clock.instant(), null)
            .orElseThrow();
    suggest(issues.itself(id));
    hooks.reported(issues.itself(id));
    return id;
  }

  /**
   * What changes for who is hit: how it stands, what helps meanwhile, when the fix comes. Of one
   * that has ended only the release does, and while nobody has said yet that it works.
   */
  private static boolean isNews(Issues.Issue before, Issues.Issue after) {
    var released = !Objects.equals(after.plannedRelease(), before.plannedRelease());
    return after.status() != before.status()
        || after.status().isOpen()
            && (released || !Objects.equals(after.workaround(), before.workaround()))
        || after.status() == Status.RESOLVED && released;
  }

  /** "Is this yours? Me too": joins instead of asking again, and hears what becomes of it. */
  @Transactional
  public void join(Me me, IssueId id) {
    join(me.id(), issues.locked(id).id(), true);
  }

  private boolean join(PersonId person, IssueId id, boolean named) {
    var joined = issues.join(id, person, null, named, clock.instant());
    issues.stay(id, person, named);
    if (joined) {
      live.tell(List.of(person), "issue", id.value(), "joined");
    }
    tellWhoServes(person, id);
    return joined;
  }

  /** On the page of their people: how many are hit, and who. */
  private void tellWhoServes(PersonId hit, IssueId id) {
    people.tell(hit, issues.itself(id).systemId(), List.of());
  }

  /** A signal carries no name, nor does its sender here; who said it themselves keeps theirs. */
  public void joinWithoutName(PersonId sender, IssueId id) {
    join(sender, id, false);
  }

  @Override
  @Transactional
  public boolean hit(IssueId issue, PersonId whom) {
    return join(whom, issues.locked(issue).id(), true);
  }

  @Override
  @Transactional
  public void notHit(IssueId issue, PersonId whom) {
    leave(whom, issues.locked(issue).id());
  }

  @Transactional
  public void leave(Me me, IssueId id) {
    leave(me.id(), issues.locked(id).id());
  }

  private void leave(PersonId person, IssueId id) {
    if (issues.leave(id, person)) {
      receipts.leave(id, person);
      tellWhoServes(person, id);
    }
  }

  /** A question is about this issue: its asker is hit, and hears what becomes of it. */
  @Transactional
  public IssueId link(Me me, IssueId number, QuestionId question) {
    var id = issues.locked(number).id();
    var asker = questions.askerOf(me, question);
    issues.join(id, asker, question.value(), true, clock.instant());
    issues.link(id, question.value());
    questions.tellChanged(question, "linked");
    tellWhoServes(asker, id);
    return id;
  }

  /** Who has read it needs no mail about it. */
  @Transactional
  public void seen(Me me, IssueId id) {
    receipts.read(id, me.id());
    notices.seen(me.id(), IssueConversation.of(id));
  }

  /**
   * What was said of it waits until this transaction is over.
   *
   * @throws nl.steunpunt.platform.web.NotFound when there is no such issue
   */
  public void lock(IssueId id) {
    issues.locked(id);
  }

  /** So say those who were hit: what they said themselves is no news to them. */
  @Transactional
  public void worksNow(IssueId id) {
    var before = issues.locked(id);
    if (before.status() == Status.RESOLVED) {
      var now = clock.instant();
      var after = before.with(Status.WORKS_NOW);
      issues.save(after, now);
      tellWhoLooks(id, now);
      hooks.changed(after);
    }
  }

  /** People who are hit say that it is not over; one that had not ended stays as it is. */
  @Transactional
  public void reopen(IssueId id) {
    var before = issues.locked(id);
    if (before.status().isOpen()) {
      return;
    }
    var now = clock.instant();
    var after = before.with(Status.CONFIRMED);
    issues.save(after, now);
    suggest(after);
    tellWhoLooks(id, now);
    news.begin(id, null, true);
    hooks.changed(after);
    chats.tell(ChatEvent.ISSUE_CHANGED, id.value(), after.systemId(), issues.hit(id));
  }

  /** What is resolved is no longer suggested: who types the same now has another problem. */
  private void suggest(Issues.Issue issue) {
    if (issue.status().isOpen()) {
      suggestions.put(suggestible(issue));
    } else {
      suggestions.remove(SuggestionKind.ISSUE, issue.id().value());
    }
  }

  static Suggestible suggestible(Issues.Issue issue) {
    var workaround = issue.workaround() == null ? "" : "\n" + issue.workaround();
    return new Suggestible(
        SuggestionKind.ISSUE,
        issue.id().value(),
        issue.systemId(),
        issue.topicId(),
        issue.title(),
        issue.description() + workaround);
  }

  private static String title(String typed) {
    var title = typed.strip();
    if (title.isEmpty()) {
      throw Refusal.of("issue.refused.no_title").at("title");
    }
    if (title.length() > MAX_TITLE) {
      throw Refusal.of("issue.refused.long_title", MAX_TITLE).at("title");
    }
    return title;
  }

  private static String text(String typed, String field) {
    if (typed.strip().length() > MAX_TEXT) {
      throw Refusal.of("issue.refused.long_text", MAX_TEXT).at(field);
    }
    return typed.strip();
  }

  private static String release(String typed) {
    if (typed.strip().length() > MAX_RELEASE) {
      throw Refusal.of("issue.refused.long_release", MAX_RELEASE).at("plannedRelease");
    }
    return typed.strip();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
