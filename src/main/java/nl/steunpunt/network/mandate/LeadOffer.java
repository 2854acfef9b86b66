package nl.steunpunt.network.mandate;

import java.time.Instant;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;

/** What the network lead asks, of whom. */
final class LeadOffer {
  private final AgreementState it;
  private final AgreementMoves moves;

  LeadOffer(AgreementState it, AgreementMoves moves) {
    this.it = it;
    this.moves = moves;
  }

  /** Another offer: the one who was waited for is asked anew. After a "no" once. */
  void offer(PersonId by, Terms terms, Workplace workplace, Instant now) {
    moves.requireNotEnded();
    if (it.stage == Stage.DECLINED) {
      if (it.askedAgain) {
        throw Refusal.conflict("mandate.refused.asked_twice");
      }
      it.askedAgain = true;
    }
    moves.take(terms);
    it.step(StepKind.OFFERED, by, null, null, now);
    if (it.stage == Stage.PROPOSED) {
      it.askedAt = now;
      it.reminders = 0;
    } else {
      moves.askManager(by, workplace, now);
    }
  }

  /** For who came in by a file. */
  void askTheManager(PersonId by, Workplace workplace, Instant now) {
    if (it.stage != Stage.CANDIDATE_AGREED) {
      throw Refusal.conflict("mandate.refused.not_now");
    }
    moves.askManager(by, workplace, now);
  }

  void askInstead(PersonId by, PersonId decider, Workplace workplace, Instant now) {
    if (it.stage != Stage.CANDIDATE_AGREED && !it.stage.waitsForManager()) {
      throw Refusal.conflict("mandate.refused.not_now");
    }
    if (decider.equals(it.person) || decider.equals(by)) {
      throw Refusal.of("mandate.refused.decider");
    }
    moves.askManager(by, new Workplace(decider, workplace.department()), now);
    it.lineManager = workplace.manager();
  }

  void extendGrace(PersonId by, Instant now, Rules rules) {
    var mayServe =
        it.stage == Stage.CANDIDATE_AGREED
            || it.stage == Stage.MANAGER_ASKED
            || it.stage == Stage.OTHER_SHARE;
    if (!mayServe || it.standing == Standing.ACTIVE) {
      throw Refusal.conflict("mandate.refused.not_now");
    }
    moves.serveProvisionally(now, rules);
    it.step(StepKind.GRACE_EXTENDED, by, null, null, now);
  }

  void renew(PersonId by, Workplace workplace, Instant now) {
    if (it.stage != Stage.AGREED || it.endsOn == null) {
      throw Refusal.conflict("mandate.refused.not_now");
    }
    moves.askToRenew(by, workplace, now);
  }
}
