package nl.steunpunt.support.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.question.Handings.Before;
import org.jspecify.annotations.Nullable;

/**
 * One person's call for help. It is at one place at a time, everything that happens to it is a step
 * of its route, and while it is open there is either somebody who works on it or a moment at which
 * it moves on by itself. A verb that comes too late is refused as a conflict: somebody else was
 * first.
 */
public final class Question {
  private final @Nullable QuestionId id;
  private final PersonId asker;
  private final PersonId filedBy;
  private final SystemId system;
  private final @Nullable TopicId topic;
  private final Origin origin;
  private final Instant askedAt;
  private String text;
  private Status status;
  private Outcome outcome;
  private @Nullable PersonId powerUser;
  private @Nullable Instant takenAt;
  private boolean stuck;
  private @Nullable Instant stuckUntil;
  private @Nullable Instant waitingSince;
  private @Nullable Instant snoozedUntil;
  private @Nullable Instant deskSince;
  private @Nullable Next next;
  private final List<Step> newSteps = new ArrayList<>();

  /** As it stands in the store. */
  Question(Row row) {
    id = row.id();
    asker = row.askerId();
    filedBy = row.filedById();
    system = row.systemId();
    topic = row.topicId();
    origin = row.origin();
    askedAt = row.askedAt();
    text = row.text();
    status = row.status();
    outcome = row.outcome();
    powerUser = row.powerUserId();
    takenAt = row.takenAt();
    stuck = row.stuck();
    stuckUntil = row.stuckUntil();
    waitingSince = row.waitingSince();
    snoozedUntil = row.snoozedUntil();
    deskSince = row.deskSince();
    next = row.next();
  }

  /** A new question, open until it is routed in the same transaction. */
  static Question asked(
      PersonId asker,
      PersonId filedBy,
      SystemId system,
      @Nullable TopicId topic,
      String text,
      boolean stuck,
      @Nullable Instant stuckUntil,
      Origin origin,
      Instant now) {
    var row =
        new Row(
            null,
            asker,
            filedBy,
            system,
            topic,
            origin,
            now,
            text,
            Status.OPEN,
            Outcome.NONE,
            null,
            null,
            stuck,
            stuckUntil,
            now,
            null,
            null,
            null,
            null,
            null);
    var question = new Question(row);
    question.step(StepKind.ASKED, filedBy, now);
    return question;
  }

  /** Offers it to this power user, with the reasons for the choice. */
  void offerTo(PersonId to, List<String> reasons, Next next, Instant now) {
    requireOpen();
    if (to.equals(asker)) {
      throw Refusal.of("question.refused.no_such_power_user");
    }
    status = Status.WITH_POWER_USER;
    powerUser = to;
    takenAt = null;
    snoozedUntil = null;
    waitingSince = now;
    this.next = next;
    newSteps.add(new Step(StepKind.OFFERED, to, reasons, now));
  }

  /** Gives it to the helpdesk; there it stays until somebody there acts. */
  void toHelpdesk(StepKind step, @Nullable PersonId by, List<String> reasons, Instant now) {
    requireOpen();
    if (status == Status.WITH_HELPDESK) {
      throw Refusal.conflict("question.refused.at_helpdesk");
    }
    status = Status.WITH_HELPDESK;
    takenAt = null;
    snoozedUntil = null;
    waitingSince = now;
    deskSince = deskSince == null ? now : deskSince;
    next = null;
    newSteps.add(new Step(step, by, reasons, now));
  }

  /** The power user it was offered to said nothing in time. */
  void fellSilent(Instant now) {
    step(StepKind.SILENT, powerUser, now);
  }

  /** "Mine": from now on a longer silence is allowed. The first one wins. */
  void take(PersonId by, Next next, Instant now) {
    if (status != Status.WITH_POWER_USER) {
      throw Refusal.conflict("question.refused.not_with_power_user");
    }
    if (takenAt != null) {
      if (by.equals(powerUser)) {
        return;
      }
      throw Refusal.conflict("question.refused.taken");
    }
    powerUser = by;
    takenAt = now;
    this.next = next;
    step(StepKind.TAKEN, by, now);
  }

  /**
   * Somebody wrote: the ball is with the other side now. Who already waits and writes once more
   * waits no longer for it. "I'll look at it tomorrow" leaves the promise of a snooze as it is.
   */
  void spoken(PersonId by, @Nullable Next next, Instant now) {
    if (!status.isOpen()) {
      return;
    }
    if (by.equals(asker)) {
      var waits = waitingSince != null && this.next != null && snoozedUntil == null;
      if (!waits) {
        waitingSince = waitingSince == null ? now : waitingSince;
        this.next = status == Status.WITH_POWER_USER ? next : null;
        snoozedUntil = null;
      }
    } else if (snoozedUntil == null) {
      waitingSince = null;
      this.next = null;
    }
  }

  void answer(PersonId by, Next closing, Instant now) {
    requireHeldBy(by);
    status = Status.SOLVED;
    outcome = Outcome.POTENTIAL;
    settle(closing);
    step(StepKind.ANSWERED, by, now);
  }

  void confirm(PersonId by, Instant now) {
    requireAsker(by);
    if (status == Status.CLOSED && outcome == Outcome.CONFIRMED) {
      return;
    }
    if (status != Status.SOLVED) {
      throw Refusal.conflict("question.refused.not_solved");
    }
    status = Status.CLOSED;
    // What the desk solved is solved, but was not kept from the desk.
    outcome = outcome == Outcome.POTENTIAL ? Outcome.CONFIRMED : outcome;
    settle(null);
    step(StepKind.CONFIRMED, by, now);
  }

  /**
   * "Not solved", or again after it was closed: open once more, and to be routed or given back by
   * the caller.
   *
   * @return whether the desk had solved it
   */
  boolean reopen(PersonId by, Instant now) {
    requireAsker(by);
    if (status.isOpen()) {
      throw Refusal.conflict("question.refused.open");
    }
    step(status == Status.SOLVED ? StepKind.DISPUTED : StepKind.REOPENED, by, now);
    var fromDesk = deskSince != null && outcome == Outcome.NONE;
    status = Status.OPEN;
    outcome = Outcome.NONE;
    return fromDesk;
  }

  void withdraw(PersonId by, Instant now) {
    requireAsker(by);
    requireOpen();
    status = Status.CLOSED;
    outcome = Outcome.WITHDRAWN;
    settle(null);
    step(StepKind.WITHDRAWN, by, now);
  }

  void edit(PersonId by, String text) {
    requireAsker(by);
    requireOpen();
    this.text = text;
  }

  void pass(PersonId by, PersonId to, Next next, Instant now) {
    requireHeldBy(by);
    if (by.equals(to)) {
      throw Refusal.of("question.refused.no_such_power_user");
    }
    step(StepKind.PASSED, by, now);
    offerTo(to, List.of(), next, now);
  }

  /** The asker wants somebody else; whoever has it now is passed over. */
  void askAnother(PersonId by, Instant now) {
    requireAsker(by);
    if (status != Status.WITH_POWER_USER) {
      throw Refusal.conflict("question.refused.not_with_power_user");
    }
    status = Status.OPEN;
    step(StepKind.MOVED_ON, by, now);
  }

  /** Whoever has it is no power user any more; to be routed anew by the caller. */
  void lostHolder(Instant now) {
    requireOpen();
    status = Status.OPEN;
    step(StepKind.LEFT, powerUser, now);
  }

  /** Lets go of it, to be routed anew by the caller. */
  void release(PersonId by, Instant now) {
    requireHeldBy(by);
    status = Status.OPEN;
    step(StepKind.PASSED, by, now);
  }

  /** Lets go of it with all the rest, being away or full; to be routed anew by the caller. */
  void handOn(PersonId by, Instant now) {
    requireHeldBy(by);
    status = Status.OPEN;
    step(StepKind.HANDED_ON, by, now);
  }

  /** Back with who handed it on, as it was; what happens next is planned by the caller. */
  void takeBack(PersonId by, Before before, Instant now) {
    requireOpen();
    var wasWaiting = before.waitingSince() == null ? before.spokenAt() : before.waitingSince();
    // A helper who wrote from afar has given the turn to the asker already.
    waitingSince = waitingSince == null ? null : wasWaiting;
    var until = before.snoozedUntil();
    snoozedUntil = before.spokenAt() == null && until != null && until.isAfter(now) ? until : null;
    status = Status.WITH_POWER_USER;
    powerUser = by;
    takenAt = before.takenAt();
    next = null;
    step(StepKind.TAKEN_BACK, by, now);
  }

  void plan(Next next) {
    this.next = next;
  }

  void consult(PersonId by, PersonId whom, Instant now) {
    requireHeldBy(by);
    if (whom.equals(by) || whom.equals(asker)) {
      throw Refusal.of("question.refused.no_such_power_user");
    }
    step(StepKind.CONSULTED, whom, now);
  }

  /** A second chair has nothing to add any more. */
  void stepOut(PersonId by, Instant now) {
    step(StepKind.STEPPED_OUT, by, now);
  }

  void handOver(PersonId by, Instant now) {
    requireHeldBy(by);
    toHelpdesk(StepKind.HANDED_OVER, by, List.of(), now);
  }

  /** Somebody at the desk has it now; the desk itself sees to it that only one has. */
  void takeAtDesk(PersonId by, Instant now) {
    requireAtHelpdesk();
    step(StepKind.TAKEN, by, now);
  }

  void releaseAtDesk(PersonId by, Instant now) {
    requireAtHelpdesk();
    step(StepKind.PASSED, by, now);
  }

  /** Out of another one, by the desk. */
  void splitOff(PersonId by, Instant now) {
    step(StepKind.SPLIT_OFF, by, now);
    toHelpdesk(StepKind.TO_HELPDESK, null, List.of(), now);
  }

  void dropSplit(PersonId by, Instant now) {
    requireAtHelpdesk();
    status = Status.CLOSED;
    outcome = Outcome.WITHDRAWN;
    settle(null);
    step(StepKind.WITHDRAWN, by, now);
  }

  boolean isSolvedByDesk() {
    return status == Status.SOLVED && outcome == Outcome.NONE && deskSince != null;
  }

  /** The same visit goes on. */
  void openAgainAtDesk(PersonId by, Instant now) {
    status = Status.WITH_HELPDESK;
    waitingSince = now;
    next = null;
    step(StepKind.OPENED_AGAIN, by, now);
  }

  /** The desk gives it back with advice. */
  void giveBack(PersonId by, PersonId to, Next next, Instant now) {
    requireAtHelpdesk();
    step(StepKind.RETURNED, by, now);
    offerTo(to, List.of(), next, now);
  }

  /** The desk gives it back to whom routing finds: the caller routes it anew. */
  void sendBack(PersonId by, Instant now) {
    requireAtHelpdesk();
    status = Status.OPEN;
    step(StepKind.RETURNED, by, now);
  }

  /** The desk is done with it; the asker may still say that it is not so. */
  void closeAtDesk(PersonId by, Next closing, Instant now) {
    requireAtHelpdesk();
    status = Status.SOLVED;
    outcome = Outcome.NONE;
    settle(closing);
    step(StepKind.ANSWERED, by, now);
  }

  /** The desk goes on with what it was done with. */
  void reopenAtDesk(Instant now) {
    if (status.isOpen()) {
      throw Refusal.conflict("question.refused.open");
    }
    status = Status.OPEN;
    outcome = Outcome.NONE;
    toHelpdesk(StepKind.TO_HELPDESK, null, List.of(), now);
  }

  /** Nobody disputed the answer for five working days. */
  void closeInSilence(Instant now) {
    if (status == Status.SOLVED) {
      status = Status.CLOSED;
      settle(null);
      step(StepKind.CLOSED, null, now);
    }
  }

  /** A promise to come back: from that moment on silence counts, whoever wrote last. */
  void snooze(PersonId by, Instant until, Next next, Instant now) {
    requireHeldBy(by);
    snoozedUntil = until;
    waitingSince = waitingSince == null ? now : waitingSince;
    this.next = next;
  }

  void wake(PersonId by, Next next) {
    requireHeldBy(by);
    if (snoozedUntil != null) {
      snoozedUntil = null;
      this.next = next;
    }
  }

  /** The moment it was put aside until has come; what follows was planned from that moment. */
  void wakeInTime() {
    snoozedUntil = null;
  }

  private void settle(@Nullable Next next) {
    waitingSince = null;
    snoozedUntil = null;
    this.next = next;
  }

  private void step(StepKind kind, @Nullable PersonId person, Instant now) {
    newSteps.add(new Step(kind, person, List.of(), now));
  }

  private void requireOpen() {
    if (!status.isOpen()) {
      throw Refusal.conflict("question.refused.closed");
    }
  }

  private void requireAsker(PersonId person) {
    if (!person.equals(asker) && !person.equals(filedBy)) {
      throw Refusal.of("question.refused.not_asker");
    }
  }

  private void requireHeldBy(PersonId person) {
    requireOpen();
    if (status != Status.WITH_POWER_USER || !person.equals(powerUser)) {
      throw Refusal.conflict("question.refused.not_yours_now");
    }
  }

  void requireAtHelpdesk() {
    if (status != Status.WITH_HELPDESK) {
      throw Refusal.conflict("question.refused.not_at_helpdesk");
    }
  }

  public @Nullable QuestionId id() {
    return id;
  }

  public PersonId asker() {
    return asker;
  }

  public PersonId filedBy() {
    return filedBy;
  }

  public SystemId system() {
    return system;
  }

  public @Nullable TopicId topic() {
    return topic;
  }

  public Origin origin() {
    return origin;
  }

  public Instant askedAt() {
    return askedAt;
  }

  public String text() {
    return text;
  }

  public Status status() {
    return status;
  }

  public Outcome outcome() {
    return outcome;
  }

  public @Nullable PersonId powerUser() {
    return powerUser;
  }

  public boolean isTaken() {
    return takenAt != null;
  }

  @Nullable Instant takenAt() {
    return takenAt;
  }

  public boolean stuck() {
    return stuck;
  }

  public @Nullable Instant stuckUntil() {
    return stuckUntil;
  }

  @Nullable Instant waitingSince() {
    return waitingSince;
  }

  @Nullable Instant snoozedUntil() {
    return snoozedUntil;
  }

  @Nullable Instant deskSince() {
    return deskSince;
  }

  public @Nullable Next next() {
    return next;
  }

  List<Step> newSteps() {
    return newSteps;
  }
}
