package nl.steunpunt.network.mandate;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What happens by itself: reminders, the end of the grace period, renewal and the last day. */
final class TimeEffect {
  private final AgreementState it;
  private final AgreementMoves moves;

  TimeEffect(AgreementState it, AgreementMoves moves) {
    this.it = it;
    this.moves = moves;
  }

  /** Does all that is due by now. */
  void fallDue(Workplace workplace, Instant now, Rules rules) {
    if (it.standing == Standing.PROVISIONAL && it.graceUntil == null) {
      it.graceUntil = rules.graceFrom(now);
    }
    if (it.stage == Stage.AGREED && it.agreedDepartment == null) {
      it.lineManager = workplace.manager();
      it.department = workplace.department();
      it.agreedManager = it.lineManager;
      it.agreedDepartment = it.department;
    }
    if (it.endsOn != null && it.standing.serves() && !now.isBefore(rules.over(it.endsOn))) {
      moves.end(null, Ending.PERIOD, null, now);
      return;
    }
    if (it.stage == Stage.AGREED && it.isNearlyOver(now, rules)) {
      moves.askToRenew(null, workplace, now);
    }
    while (patienceEnds(rules).filter(end -> !end.isAfter(now)).isPresent()) {
      it.reminders++;
      var kind = it.reminders <= Rules.REMINDERS ? StepKind.REMINDED : StepKind.CALL_DUE;
      it.step(kind, null, it.stage.waitsForManager() ? it.asked : it.person, null, now);
    }
    if (it.standing == Standing.PROVISIONAL
        && it.graceUntil != null
        && !it.graceUntil.isAfter(now)) {
      it.standing = Standing.WAITING;
      it.step(StepKind.GRACE_OVER, null, null, null, now);
    }
  }

  Optional<Instant> nextDue(Rules rules) {
    var renewal =
        it.stage == Stage.AGREED && it.endsOn != null
            ? Optional.of(rules.renewalOpens(it.endsOn))
            : Optional.<Instant>empty();
    var over =
        it.endsOn != null && it.standing.serves()
            ? Optional.of(rules.over(it.endsOn))
            : Optional.<Instant>empty();
    var grace =
        it.standing == Standing.PROVISIONAL
            ? Optional.ofNullable(it.graceUntil)
            : Optional.<Instant>empty();
    return Stream.of(patienceEnds(rules), renewal, over, grace)
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  private Optional<Instant> patienceEnds(Rules rules) {
    var waits = it.stage.waitsForManager() || it.stage.waitsForCandidate();
    return waits && it.askedAt != null && rules.hasPatienceLeft(it.reminders)
        ? Optional.of(rules.patienceEnds(it.askedAt, it.reminders))
        : Optional.empty();
  }
}
