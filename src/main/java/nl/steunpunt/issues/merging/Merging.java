package nl.steunpunt.issues.merging;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import nl.steunpunt.issues.IssueCarrying;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.IssueJoining;
import nl.steunpunt.issues.issue.IssueTracking;
import nl.steunpunt.issues.mypeople.HitPeopleNews;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.live.LiveEvents;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.QuestionDoor;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.SignalDoor;
import nl.steunpunt.support.SignalId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two issues become one, one becomes two, and back. Nobody who is hit is lost or hears it twice,
 * and no question is: {@code MergingTest} holds it to that for any sequence.
 */
@Service
public class Merging {
  /** More are chosen by splitting off what is left. */
  static final int MOST_QUESTIONS = 200;

  private final Mergers mergers;
  private final MergerUndoing undoing;
  private final Parting parting;
  private final IssueTracking tracking;
  private final IssueJoining joining;
  private final HitPeopleNews people;
  private final ObjectProvider<IssueCarrying> carrying;
  private final QuestionDoor questions;
  private final SignalDoor signals;
  private final LiveEvents live;
  private final Clock clock;

  Merging(
      Mergers mergers,
      MergerUndoing undoing,
      Parting parting,
      IssueTracking tracking,
      IssueJoining joining,
      HitPeopleNews people,
      ObjectProvider<IssueCarrying> carrying,
      QuestionDoor questions,
      SignalDoor signals,
      LiveEvents live,
      Clock clock) {
    this.mergers = mergers;
    this.undoing = undoing;
    this.parting = parting;
    this.tracking = tracking;
    this.joining = joining;
    this.people = people;
    this.carrying = carrying;
    this.questions = questions;
    this.signals = signals;
    this.live = live;
    this.clock = clock;
  }

  /**
   * @param gone leaves its number, which leads to the other one
   * @return the one that is kept: what {@code kept} itself went into, if it did
   */
  @Transactional
  public IssueId merge(Me me, IssueId gone, IssueId kept) {
    var into = mergers.meant(kept);
    mergers.lock(gone, into);
    if (mergers.mergerOf(gone).isPresent()) {
      throw Refusal.conflict("merging.refused.gone");
    }
    if (into.equals(gone)) {
      throw Refusal.of("merging.refused.itself").at("into");
    }
    if (!mergers.meant(kept).equals(into)) {
      // It went into another one meanwhile, which is not locked.
      throw Refusal.conflict("merging.refused.meanwhile");
    }
    var followers = joining.followers(gone);
    mergers.merge(gone, into, me.id(), clock.instant());
    tracking.wentInto(gone, into);
    carrying.orderedStream().forEach(one -> one.merged(gone, into));
    tell(followers, gone, "merged");
    tell(joining.followers(into), into, "merged");
    people.changed(into);
    return into;
  }

  /**
   * The same by hand.
   *
   * @param typed the number of the one that is kept
   */
  @Transactional
  public IssueId merge(Me me, IssueId gone, String typed) {
    return merge(me, gone, tracking.numbered(typed, "into"));
  }

  /** It is an issue of its own again, with what it had when it went. */
  @Transactional
  public void undo(Me me, IssueId gone) {
    var seen = inOne(gone);
    mergers.lock(gone, seen.keptId());
    var merger = inOne(gone);
    if (!merger.equals(seen)) {
      // It came out and went into another one meanwhile, which is not locked.
      throw Refusal.conflict("merging.refused.meanwhile");
    }
    if (mergers.mergerOf(merger.keptId()).isPresent()) {
      throw Refusal.conflict("merging.refused.order", merger.keptId().value());
    }
    var left = undoing.undo(merger, me.id(), clock.instant());
    tracking.cameOut(gone);
    carrying.orderedStream().forEach(one -> one.mergerUndone(gone, merger.keptId(), left));
    tell(left, gone, "split");
    tell(joining.followers(merger.keptId()), merger.keptId(), "split");
    people.changed(gone, merger.keptId());
  }

  private Mergers.Merger inOne(IssueId gone) {
    return mergers.mergerOf(gone).orElseThrow(() -> Refusal.conflict("merging.refused.not_gone"));
  }

  /**
   * These questions are about something else, which is a new issue of the same system and topic; to
   * undo it is to merge the two again.
   */
  @Transactional
  public IssueId split(Me me, IssueId from, String title, Collection<Long> chosen) {
    mergers.lock(from, from);
    if (mergers.mergerOf(from).isPresent()) {
      throw Refusal.conflict("merging.refused.gone");
    }
    var those = parting.questionsOf(from, chosen);
    if (those.isEmpty()) {
      throw Refusal.of("merging.refused.no_questions").at("questions");
    }
    if (those.size() > MOST_QUESTIONS) {
      throw Refusal.of("merging.refused.many", MOST_QUESTIONS).at("questions");
    }
    var to = tracking.reportBeside(me, from, title);
    var moved = parting.split(from, to, those, me.id(), clock.instant());
    carrying.orderedStream().forEach(one -> one.split(from, to, moved.moved(), moved.both()));
    tell(moved.moved(), to, "split");
    tell(joining.followers(from), from, "split");
    people.changed(from, to);
    those.forEach(question -> questions.tellChanged(new QuestionId(question), "linked"));
    return to;
  }

  /** What somebody said without asking for help is about this one. */
  @Transactional
  public IssueId joinSignal(Me me, IssueId id, SignalId signal) {
    var issue = tracking.known(id);
    signals
        .becameIssue(me, signal, issue.value())
        .ifPresent(sender -> joining.joinWithoutName(sender, issue));
    return issue;
  }

  /**
   * The same by hand.
   *
   * @param typed the number of the issue
   */
  @Transactional
  public IssueId joinSignal(Me me, String typed, SignalId signal) {
    // Whose signal it is comes before what is wrong with the number.
    signals.said(me, signal);
    return joinSignal(me, tracking.numbered(typed, "issue"), signal);
  }

  private void tell(List<PersonId> followers, IssueId issue, String what) {
    live.tell(followers, "issue", issue.value(), what);
  }
}
