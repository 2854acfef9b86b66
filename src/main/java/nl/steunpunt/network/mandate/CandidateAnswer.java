package nl.steunpunt.network.mandate;

import java.time.Instant;
import java.util.Objects;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/** What the one who is to be, or is, a power user says. */
final class CandidateAnswer {
  private final AgreementState it;
  private final AgreementMoves moves;

  CandidateAnswer(AgreementState it, AgreementMoves moves) {
    this.it = it;
    this.moves = moves;
  }

  void agree(Workplace workplace, Instant now, Rules rules) {
    if (it.stage == Stage.PROPOSED) {
      moves.serveProvisionally(now, rules);
      it.step(StepKind.CANDIDATE_AGREED, it.person, null, null, now);
      moves.askManager(it.person, workplace, now);
    } else if (it.stage == Stage.OTHER_SHARE) {
      it.step(StepKind.CANDIDATE_AGREED, it.person, null, null, now);
      moves.settle(Objects.requireNonNull(it.asked), now, rules);
    } else {
      throw Refusal.conflict("mandate.refused.nothing_asked");
    }
  }

  void refuse(@Nullable String words, Instant now, Rules rules) {
    if (!it.stage.waitsForCandidate()) {
      throw Refusal.conflict("mandate.refused.nothing_asked");
    }
    it.step(StepKind.CANDIDATE_REFUSED, it.person, null, words, now);
    if (it.stage == Stage.PROPOSED) {
      moves.end(it.person, Ending.OWN_WISH, null, now);
    } else {
      // It was the manager's, for the share that is not wanted.
      it.shareReason = null;
      moves.fallBack(now, rules);
    }
  }
}
