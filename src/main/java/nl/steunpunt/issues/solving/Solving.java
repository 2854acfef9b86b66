package nl.steunpunt.issues.solving;

import java.time.Clock;
import java.util.UUID;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.IssueTracking;
import nl.steunpunt.network.Presence;
import nl.steunpunt.people.Me;
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
  private final Clock clock;

  Solving(Posts posts, IssueTracking tracking, LiveEvents live, Clock clock) {
    this.posts = posts;
    this.tracking = tracking;
    this.live = live;
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
    if (posts.add(issue, me.id(), kind, text, clock.instant(), as)) {
      tell(issue, kind.word());
    }
    return issue;
  }

  /** It is what everybody sees from now on, and who is hit gets to hear it. */
  @Transactional
  public void approve(Me me, IssueId issue, long post) {
    var proposal = undecided(issue, post);
    var version = tracking.approve(me, issue, proposal.text(), proposal.authorId());
    posts.decide(post, "approved", me.id(), clock.instant(), "", version);
    tell(issue, "approved");
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
    undecided(issue, post);
    posts.decide(post, "declined", me.id(), clock.instant(), reason.strip(), null);
    tell(issue, "declined");
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

  private void tell(IssueId issue, String what) {
    var since = clock.instant().minus(Presence.LASTS);
    live.tell(posts.concerned(issue, PAGE + issue, since), "solving", issue.value(), what);
  }
}
