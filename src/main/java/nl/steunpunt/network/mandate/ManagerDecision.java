package nl.steunpunt.network.mandate;

import java.time.Instant;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/** What the line manager says, or who decides instead. Nobody decides about themselves. */
public final class ManagerDecision {
  private final AgreementState it;
  private final AgreementMoves moves;

  ManagerDecision(AgreementState it, AgreementMoves moves) {
    this.it = it;
    this.moves = moves;
  }

  public void agree(
      PersonId by,
      @Nullable String newRelief,
      @Nullable String newReliefBy,
      Instant now,
      Rules rules) {
    requireDecidable(by);
    it.relief = newRelief == null ? it.relief : newRelief;
    it.reliefBy = newReliefBy == null ? it.reliefBy : newReliefBy;
    moves.settle(by, now, rules);
  }

  /** Agreed outside the product, as a file says. */
  void agreedElsewhere(PersonId by, Workplace workplace, Instant at, Rules rules) {
    it.asked = by;
    it.lineManager = workplace.manager();
    it.department = workplace.department();
    moves.settle(by, at, rules);
  }

  public void proposeOther(
      PersonId by, int other, @Nullable String words, Instant now, Rules rules) {
    requireDecidable(by);
    offerOther(by, other, words, now, rules);
  }

  /**
   * While it is in force the manager thinks of another share: the power user is asked.
   *
   * @param manager whose agreement it will be, also when {@code by} stands in for them
   */
  public void reconsider(
      PersonId by, PersonId manager, int other, @Nullable String words, Instant now, Rules rules) {
    if (it.stage != Stage.AGREED) {
      throw Refusal.conflict("mandate.refused.not_now");
    }
    requireNotSelf(by);
    it.asked = manager;
    offerOther(by, other, words, now, rules);
  }

  public void decline(PersonId by, String words, Instant now, Rules rules) {
    requireDecidable(by);
    it.step(StepKind.DECLINED, by, null, words, now);
    moves.fallBack(now, rules);
  }

  private void offerOther(
      PersonId by, int other, @Nullable String words, Instant now, Rules rules) {
    if (!rules.settings().allows(other)) {
      throw Refusal.of(
          "mandate.refused.share", rules.settings().lowest(), rules.settings().highest());
    }
    if (other == it.askedOrHeld()) {
      throw Refusal.of("mandate.refused.same_share");
    }
    if (!rules.settings().isNormal(other) && words == null) {
      throw Refusal.of(
          "mandate.refused.share_reason",
          rules.settings().normalFrom(),
          rules.settings().normalUpTo());
    }
    it.askedShare = other;
    it.shareReason = words;
    it.stage = Stage.OTHER_SHARE;
    it.askedAt = now;
    it.reminders = 0;
    it.step(StepKind.OTHER_SHARE, by, null, words, now);
  }

  private void requireDecidable(PersonId by) {
    if (!it.stage.waitsForManager()) {
      throw Refusal.conflict("mandate.refused.decided");
    }
    requireNotSelf(by);
  }

  private void requireNotSelf(PersonId by) {
    if (by.equals(it.person)) {
      throw Refusal.of("mandate.refused.own");
    }
  }
}
