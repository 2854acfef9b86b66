package nl.steunpunt.issues.solving;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.IssueTracking;
import nl.steunpunt.network.Presence;
import nl.steunpunt.notify.Notices;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.live.LiveEvents;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Sending;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saying what one knows of an issue, and deciding what of it all may see. */
@Service
public class Solving {
  static final int MAX_TEXT = 10_000;
  static final String PAGE = "solving-";

  private final Posts posts;
  private final IssueTracking tracking;
  private final LiveEvents live;
  private final Notices notices;
  private final Clock clock;

  Solving(Posts posts, IssueTracking tracking, LiveEvents live, Notices notices, Clock clock) {
    this.posts = posts;
    this.tracking = tracking;
    this.live = live;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * @param typed on what it happens, what helps meanwhile, how the fix did
   * @param sending the form it was typed in: sent again it is said once; null: none
   */
  @Transactional
  public IssueId say(Me me, IssueId id, Kind kind, String typed, @Nullable UUID sending) {
    var text = typed.strip();
    if (text.isEmpty() && !kind.mayBeBare()) {
      throw Refusal.of("solving.refused.no_text").at("text");
    }
    if (text.length() > MAX_TEXT) {
      throw Refusal.of("issue.refused.long_text", MAX_TEXT).at("text");
    }
    var issue = tracking.known(id);
    var as = Sending.of(sending, kind, text);
    var now = clock.instant();
    if (posts.add(issue, me.id(), kind, text, now, as)) {
      tell(issue, kind.word());
      posts.takingPart(issue).stream()
          .filter(one -> !one.equals(me.id()))
          .forEach(one -> owe(one, issue, now));
    }
    return issue;
  }

  /**
   * It is what everybody sees from now on.
   *
   * @return whether who is hit gets to hear it
   */
  @Transactional
  public boolean approve(Me me, IssueId issue, long post) {
    var proposal = undecided(issue, post);
    var approved = tracking.approve(me, issue, proposal.text(), proposal.authorId());
    decide(me, issue, proposal, "approved", "", approved.version());
    return approved.isNews();
  }

  /**
   * @param reason for who proposed it
   */
  @Transactional
  public void decline(Me me, IssueId issue, long post, String reason) {
    if (reason.isBlank()) {
      throw Refusal.of("solving.refused.no_reason").at("reason");
    }
    if (reason.strip().length() > MAX_TEXT) {
      throw Refusal.of("issue.refused.long_text", MAX_TEXT).at("reason");
    }
    decide(me, issue, undecided(issue, post), "declined", reason.strip(), null);
  }

  /** Who proposed it hears what became of it. */
  private void decide(
      Me me,
      IssueId issue,
      Posts.Post proposal,
      String decision,
      String reason,
      @Nullable Integer version) {
    var now = clock.instant();
    posts.decide(proposal.id(), decision, me.id(), now, reason, version);
    tell(issue, decision);
    if (!proposal.authorId().equals(me.id())) {
      owe(proposal.authorId(), issue, now);
    }
  }

  /** Who has it on the screen needs no mail about it. */
  @Transactional
  public void seen(Me me, IssueId issue) {
    notices.seen(me.id(), PAGE + issue);
  }

  /** Whether a release says that this person helped. */
  @Transactional
  public void name(Me me, boolean named) {
    posts.name(me.id(), named, clock.instant());
  }

  private Posts.Post undecided(IssueId issue, long post) {
    var proposal = posts.locked(issue, post);
    if (proposal.kind() != Kind.PROPOSED) {
      throw Refusal.of("solving.refused.no_proposal");
    }
    if (proposal.decision() != null) {
      throw Refusal.conflict("solving.refused.decided");
    }
    return proposal;
  }

  private void owe(PersonId whom, IssueId issue, Instant since) {
    notices.owe(whom, PAGE + issue, Occasion.SOLVING, since);
  }

  private void tell(IssueId issue, String what) {
    var since = clock.instant().minus(Presence.LASTS);
    live.tell(posts.concerned(issue, PAGE + issue, since), "solving", issue.value(), what);
  }
}
