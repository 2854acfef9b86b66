package nl.steunpunt.network.mandate;

import java.time.Instant;
import java.util.Objects;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/** From one stage to another: what several verbs come to. */
final class AgreementMoves {
  private final AgreementState it;

  AgreementMoves(AgreementState it) {
    this.it = it;
  }

  void askManager(@Nullable PersonId by, Workplace workplace, Instant now) {
    it.asked = workplace.manager();
    it.lineManager = workplace.manager();
    it.department = workplace.department();
    it.reminders = 0;
    if (it.asked == null) {
      it.stage = Stage.CANDIDATE_AGREED;
      it.askedAt = null;
      it.step(StepKind.NOBODY_TO_ASK, by, null, null, now);
    } else {
      it.stage = it.renewing ? Stage.RENEWAL_DUE : Stage.MANAGER_ASKED;
      it.askedAt = now;
      it.step(StepKind.ASKED, by, it.asked, null, now);
    }
  }

  void askToRenew(@Nullable PersonId by, Workplace workplace, Instant now) {
    it.renewing = true;
    it.step(StepKind.RENEWAL_DUE, by, workplace.manager(), null, now);
    askManager(by, workplace, now);
  }

  /** Agreed: also its renewal, or any agreement to one that is nearly over, for a year more. */
  void settle(PersonId by, Instant now, Rules rules) {
    var renews = it.renewing || (it.agreedAt != null && it.isNearlyOver(now, rules));
    it.renewing = false;
    it.share = it.askedOrHeld();
    it.askedShare = null;
    if (renews && it.endsOn != null) {
      var from = rules.day(now);
      it.endsOn = (it.endsOn.isBefore(from) ? from : it.endsOn).plusYears(1);
    }
    it.stage = Stage.AGREED;
    it.standing = Standing.ACTIVE;
    it.startedAt = it.startedAt == null ? now : it.startedAt;
    it.graceUntil = null;
    it.askedAt = null;
    it.askedAgain = false;
    it.agreedBy = by;
    it.agreedAt = now;
    it.agreedManager = it.lineManager;
    it.agreedDepartment = it.department;
    it.agreedShareReason = it.shareReason;
    it.agreedRelief = it.relief;
    it.agreedReliefBy = it.reliefBy;
    it.recordDue = it.recordedAt == null ? RecordDue.START : RecordDue.CHANGE;
    it.step(renews ? StepKind.RENEWED : StepKind.AGREED, by, null, null, now);
  }

  /**
   * After a "no". An agreement that is in force stands, with the share and the work taken away that
   * were agreed; one that is nearly over runs to its last day.
   */
  void fallBack(Instant now, Rules rules) {
    it.renewing = false;
    it.askedShare = null;
    it.askedAt = null;
    it.reminders = 0;
    var inForce = it.standing == Standing.ACTIVE;
    it.stage = inForce && !it.isNearlyOver(now, rules) ? Stage.AGREED : Stage.DECLINED;
    if (inForce) {
      it.shareReason = it.agreedShareReason;
      it.relief = it.agreedRelief;
      it.reliefBy = it.agreedReliefBy;
    } else {
      it.standing = Standing.WAITING;
      it.graceUntil = null;
    }
  }

  void serveProvisionally(Instant now, Rules rules) {
    it.standing = Standing.PROVISIONAL;
    it.graceUntil = rules.graceFrom(now);
    it.startedAt = it.startedAt == null ? now : it.startedAt;
  }

  /** In force it keeps its period and its share until the manager agrees to another. */
  void take(Terms terms) {
    it.askedShare = terms.sharePercent();
    it.shareReason = terms.shareReason();
    it.relief = terms.relief();
    it.reliefBy = terms.reliefBy();
    if (it.standing != Standing.ACTIVE) {
      it.share = terms.sharePercent();
      it.renewing = it.renewing && terms.endsOn().equals(it.endsOn);
      it.endsOn = terms.endsOn();
    }
  }

  void end(@Nullable PersonId by, Ending why, @Nullable String words, Instant now) {
    requireNotEnded();
    it.stage = Stage.ENDED;
    it.standing = Standing.ENDED;
    it.askedShare = null;
    it.askedAt = null;
    it.graceUntil = null;
    it.endedWhy = why;
    it.endedAt = now;
    it.recordDue = it.recordedAt == null ? null : RecordDue.END;
    it.step(StepKind.ENDED, by, null, words, now);
  }

  void requireNotEnded() {
    if (it.stage == Stage.ENDED) {
      throw Refusal.conflict("mandate.refused.ended");
    }
  }

  boolean isAsAgreed(Workplace now) {
    return Objects.equals(now.manager(), it.agreedManager)
        && Objects.equals(now.department(), it.agreedDepartment);
  }
}
