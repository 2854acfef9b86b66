package nl.steunpunt.issues.issue;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.mypeople.HitPeopleNews;
import nl.steunpunt.issues.telling.IssueConversation;
import nl.steunpunt.issues.telling.NewsSpreading;
import nl.steunpunt.network.About;
import nl.steunpunt.network.Presence;
import nl.steunpunt.notify.ChatEvent;
import nl.steunpunt.notify.ChatNews;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.live.LiveEvents;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Sending;
import nl.steunpunt.support.SignalDoor;
import nl.steunpunt.support.SignalId;
import nl.steunpunt.support.Suggestible;
import nl.steunpunt.support.SuggestionKind;
import nl.steunpunt.support.Suggestions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reporting an issue and keeping it true. Who is hit hears of every change that matters to them.
 */
@Service
public class IssueTracking {
  private final Issues issues;
  private final Suggestions suggestions;
  private final SignalDoor signals;
  private final LiveEvents live;
  private final ChatNews chats;
  private final NewsSpreading news;
  private final IssueJoining joining;
  private final HitPeopleNews people;
  private final IssueHooks hooks;
  private final Owners owners;
  private final Clock clock;

  IssueTracking(
      Issues issues,
      Suggestions suggestions,
      SignalDoor signals,
      LiveEvents live,
      ChatNews chats,
      NewsSpreading news,
      IssueJoining joining,
      HitPeopleNews people,
      IssueHooks hooks,
      Owners owners,
      Clock clock) {
    this.issues = issues;
    this.suggestions = suggestions;
    this.signals = signals;
    this.live = live;
    this.chats = chats;
    this.news = news;
    this.joining = joining;
    this.people = people;
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
    var words = IssueWords.title(title);
    var text = IssueWords.text(description, "description");
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
          .ifPresent(sender -> joining.joinWithoutName(sender, issue));
    }
    hooks.reported(issues.locked(issue));
    chats.tell(ChatEvent.ISSUE_REPORTED, issue.value(), about.system(), issues.hit(issue));
    return issue;
  }

  record Changed(IssueId issue, boolean isNews) {}

  /**
   * @param readAt when what is changed had last been changed; null: it is changed however it stands
   * @return which one it is, and whether who is hit hears of it
   * @throws ChangedMeanwhile when it was changed since, and not to what is wanted here
   */
  @Transactional
  public Changed change(Me me, IssueId number, IssueForm wish, @Nullable Instant readAt) {
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
      return new Changed(id, false);
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
    tellWhoSees(id, now);
    var isNews = isNews(before, after);
    if (isNews) {
      news.begin(id, me.id(), false);
      var hit = issues.hit(id);
      hooks.changed(after);
      chats.tell(ChatEvent.ISSUE_CHANGED, id.value(), after.systemId(), hit);
    }
    return new Changed(id, isNews);
  }

  /**
   * Who has it in front sees how it stands, or has it among what their people are hit by: also when
   * it is no news or not theirs.
   */
  private void tellWhoSees(IssueId id, Instant now) {
    var looking = issues.looking(IssueConversation.of(id), now.minus(Presence.LASTS));
    live.tell(looking, "issue", id.value(), "changed");
    people.changed(id);
  }

  private Issues.Issue changed(Issues.Issue before, IssueForm wish) {
    return new Issues.Issue(
        before.id(),
        before.systemId(),
        before.topicId(),
        IssueWords.title(wish.title()),
        kept(before.description(), IssueWords.text(wish.description(), "description")),
        Status.of(wish.status()),
        orNull(kept(before.workaround(), IssueWords.text(wish.workaround(), "workaround"))),
        Severity.of(wish.severity()),
        orNull(IssueWords.release(wish.plannedRelease())),
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

  /**
   * The one that somebody names by its number, as they type it.
   *
   * @param field where it was typed
   */
  public IssueId numbered(String typed, String field) {
    var number = typed.strip().replace("#", "");
    if (!number.matches("\\d{1,18}")) {
      throw Refusal.of("issue.refused.number").at(field);
    }
    var id = IssueId.of(number);
    if (!issues.isThere(id)) {
      throw Refusal.of("issue.refused.unknown", id.value()).at(field);
    }
    return id;
  }

  /**
   * @param version of the workaround
   * @param isNews whether who is hit hears of it
   */
  public record Approved(int version, boolean isNews) {}

  /** What somebody proposed is what people see from now on; of an issue that ended nobody hears. */
  @Transactional
  public Approved approve(Me me, IssueId number, String workaround, PersonId writtenBy) {
    var before = issues.locked(number);
    var id = before.id();
    var now = clock.instant();
    var after = before.withWorkaround(workaround);
    issues.save(after, now);
    var version = issues.addWorkaround(id, workaround, writtenBy, me.id(), now);
    suggest(after);
    tellWhoSees(id, now);
    var isNews = after.status().isOpen();
    if (isNews) {
      news.begin(id, me.id(), false);
      hooks.changed(after);
      chats.tell(ChatEvent.ISSUE_CHANGED, id.value(), after.systemId(), issues.hit(id));
    }
    return new Approved(version, isNews);
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
    var words = IssueWords.title(title);
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
      tellWhoSees(id, now);
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
    var after = before.reopened();
    issues.save(after, now);
    suggest(after);
    tellWhoSees(id, now);
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

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
