package nl.steunpunt.network.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A mandate on its way: proposed, agreed by candidate and manager, changed, renewed, ended. What
 * each may say has a file of its own: {@link CandidateAnswer}, {@link ManagerDecision}, {@link
 * LeadOffer}, {@link DirectoryEffect}, {@link TimeEffect}; what several of them come to is in
 * {@link AgreementMoves}. Each verb leaves a step. A verb that does not fit where it is now is
 * refused as a conflict: somebody else was first.
 */
public final class Agreement {
  private final AgreementState it;
  private final AgreementMoves moves;

  private Agreement(AgreementState it) {
    this.it = it;
    moves = new AgreementMoves(it);
  }

  /** As it stands in the store. */
  Agreement(AgreementRow row) {
    this(new AgreementState(row));
  }

  /** The lead asks the candidate. */
  static Agreement proposed(
      PersonId person, SystemId system, Terms terms, PersonId by, Instant now) {
    var it =
        new AgreementState(person, system, Stage.PROPOSED, Standing.WAITING, terms.sharePercent());
    var proposed = new Agreement(it);
    proposed.moves.take(terms);
    it.askedAt = now;
    it.step(StepKind.PROPOSED, by, null, null, now);
    return proposed;
  }

  /** From a file, or made for a demonstration: the candidate knows. */
  static Agreement imported(
      PersonId person,
      SystemId system,
      int share,
      Instant at,
      @Nullable LocalDate endsOn,
      Rules rules) {
    var it =
        new AgreementState(person, system, Stage.CANDIDATE_AGREED, Standing.PROVISIONAL, share);
    it.startedAt = at;
    it.graceUntil = rules.graceFrom(at);
    it.endsOn = endsOn == null ? rules.day(at).plusYears(1) : endsOn;
    it.step(StepKind.IMPORTED, null, null, null, at);
    return new Agreement(it);
  }

  /**
   * A file again. Another share was not agreed by the manager yet: provisional, and the lead asks.
   * A manager's "no" is not overruled by a file.
   */
  void importedAgain(int newShare, Instant now, Rules rules) {
    if (it.stage == Stage.DECLINED
        || (it.stage != Stage.PROPOSED && newShare == it.askedOrHeld())) {
      return;
    }
    it.share = newShare;
    it.renewing = false;
    it.askedShare = null;
    it.askedAt = null;
    it.stage = Stage.CANDIDATE_AGREED;
    moves.serveProvisionally(now, rules);
    it.step(StepKind.IMPORTED, null, null, null, now);
  }

  CandidateAnswer candidate() {
    return new CandidateAnswer(it, moves);
  }

  public ManagerDecision manager() {
    return new ManagerDecision(it, moves);
  }

  LeadOffer lead() {
    return new LeadOffer(it, moves);
  }

  DirectoryEffect directory() {
    return new DirectoryEffect(it, moves);
  }

  TimeEffect time() {
    return new TimeEffect(it, moves);
  }

  void end(@Nullable PersonId by, Ending why, @Nullable String words, Instant now) {
    moves.end(by, why, words, now);
  }

  /** By HR, beside it: what was agreed holds, recorded or not. */
  public void record(PersonId by, Instant now) {
    if (it.recordDue == null) {
      throw Refusal.conflict("mandate.refused.recorded");
    }
    it.recordDue = null;
    it.recordedBy = by;
    it.recordedAt = now;
    it.step(StepKind.RECORDED, by, null, null, now);
  }

  /**
   * @param seen the version that the form or link was made from
   */
  public void requireVersion(int seen) {
    if (seen != it.version) {
      throw Refusal.conflict("mandate.refused.changed");
    }
  }

  public MandateId id() {
    return Objects.requireNonNull(it.id);
  }

  public PersonId person() {
    return it.person;
  }

  public SystemId system() {
    return it.system;
  }

  public Stage stage() {
    return it.stage;
  }

  public Standing standing() {
    return it.standing;
  }

  public int version() {
    return it.version;
  }

  public @Nullable PersonId asked() {
    return it.asked;
  }

  int shareBefore() {
    return it.shareBefore;
  }

  boolean hasOtherHours() {
    return it.newSteps.stream().anyMatch(step -> step.kind() == StepKind.HOURS_CHANGED);
  }

  boolean began() {
    return it.standing.serves() && !it.servedBefore;
  }

  boolean stopped() {
    return it.servedBefore && !it.standing.serves();
  }

  /** Whether others may be served by others now. */
  boolean changesConstituencies() {
    return began() || stopped() || (it.standing.serves() && it.share != it.shareBefore);
  }

  List<Step> newSteps() {
    return it.newSteps;
  }

  /** Without an id before it is stored. */
  AgreementRow row(MandateId storedAs) {
    return it.row(storedAs);
  }
}
