package nl.steunpunt.network.mandate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/** What the directory says changes who must agree, and how many hours the share comes to. */
final class DirectoryEffect {
  private final AgreementState it;
  private final AgreementMoves moves;

  DirectoryEffect(AgreementState it, AgreementMoves moves) {
    this.it = it;
    this.moves = moves;
  }

  /** Another manager or department: what was agreed is no longer agreed by who must agree. */
  void moved(Workplace now, Instant at, Rules rules) {
    if (it.stage == Stage.ENDED || it.stage == Stage.PROPOSED || waitsForTheLead()) {
      return;
    }
    if (it.stage == Stage.AGREED && (it.agreedDepartment == null || moves.isAsAgreed(now))) {
      return;
    }
    if (it.agreedDepartment != null
        && (it.stage == Stage.MANAGER_ASKED || it.stage == Stage.CANDIDATE_AGREED)
        && it.askedShare == null
        && moves.isAsAgreed(now)) {
      stillAgreed(now, at);
      return;
    }
    var otherManager = !Objects.equals(now.manager(), it.lineManager);
    var otherDepartment = !Objects.equals(now.department(), it.department);
    if (!otherManager && !otherDepartment) {
      return;
    }
    if (otherManager) {
      it.step(StepKind.MANAGER_CHANGED, null, now.manager(), null, at);
    }
    if (otherDepartment) {
      it.step(StepKind.DEPARTMENT_CHANGED, null, now.manager(), null, at);
    }
    if (it.stage == Stage.DECLINED && it.standing == Standing.WAITING) {
      // It is the lead's turn; the new manager has not said no yet.
      it.lineManager = now.manager();
      it.department = now.department();
      it.askedAgain = false;
      return;
    }
    if (it.standing == Standing.ACTIVE) {
      moves.serveProvisionally(at, rules);
    }
    moves.askManager(null, now, at);
  }

  /**
   * From a file, whose managers the lead asks. Who had nobody above them is not such a one: their
   * manager is asked as soon as the directory knows one.
   */
  private boolean waitsForTheLead() {
    return it.stage == Stage.CANDIDATE_AGREED && (it.department == null || it.lineManager != null);
  }

  private void stillAgreed(Workplace now, Instant at) {
    it.stage = Stage.AGREED;
    it.standing = Standing.ACTIVE;
    it.lineManager = now.manager();
    it.department = now.department();
    it.asked = it.agreedBy;
    it.askedAt = null;
    it.graceUntil = null;
    it.step(StepKind.STILL_AGREED, null, null, null, at);
  }

  /** Whom the open request is for has left. */
  void askedPersonLeft(Workplace workplace, Instant now) {
    if (it.stage.waitsForManager()) {
      moves.askManager(null, workplace, now);
    }
  }

  /**
   * The share stays, and with it the agreement; its hours a week follow the contract.
   *
   * @param contractHours a week; null: none are known
   */
  void hoursChanged(@Nullable BigDecimal contractHours, Instant at) {
    moves.requireNotEnded();
    it.stepOfHours(contractHours, at);
  }

  /** The import that made the person a leaver was undone. */
  void returned(Workplace workplace, Instant now, Rules rules) {
    if (it.endedWhy != Ending.LEFT) {
      throw Refusal.conflict("mandate.refused.not_now");
    }
    it.endedWhy = null;
    it.endedAt = null;
    it.recordDue = null;
    it.lineManager = workplace.manager();
    it.department = workplace.department();
    if (it.agreedAt != null && moves.isAsAgreed(workplace)) {
      it.stage = Stage.AGREED;
      it.standing = Standing.ACTIVE;
      it.recordDue = it.recordedAt == null ? RecordDue.START : null;
    } else {
      it.stage = Stage.CANDIDATE_AGREED;
      moves.serveProvisionally(now, rules);
    }
    it.step(StepKind.RETURNED, null, null, null, now);
  }
}
