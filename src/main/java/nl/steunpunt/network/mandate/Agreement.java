package nl.steunpunt.network.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A mandate on its way: proposed, agreed by candidate and manager, changed, renewed, ended. Each
 * verb leaves a step. A verb that does not fit where it is now is refused as a conflict: somebody
 * else was first.
 */
public final class Agreement {
  private final @Nullable MandateId id;
  private final PersonId person;
  private final SystemId system;
  private final boolean servedBefore;
  private final int shareBefore;
  private Stage stage;
  private Standing standing;
  private int version;
  private int share;
  private @Nullable Integer askedShare;
  private @Nullable String shareReason;
  private @Nullable LocalDate endsOn;
  private @Nullable String relief;
  private @Nullable String reliefBy;
  private @Nullable PersonId asked;
  private @Nullable PersonId lineManager;
  private @Nullable Long department;
  private @Nullable Instant askedAt;
  private int reminders;
  private boolean askedAgain;
  private boolean renewing;
  private @Nullable PersonId agreedBy;
  private @Nullable Instant agreedAt;
  private @Nullable PersonId agreedManager;
  private @Nullable Long agreedDepartment;
  private @Nullable Instant graceUntil;
  private @Nullable Ending endedWhy;
  private @Nullable RecordDue recordDue;
  private @Nullable PersonId recordedBy;
  private @Nullable Instant recordedAt;
  private @Nullable Instant startedAt;
  private @Nullable Instant endedAt;
  private final List<Step> newSteps = new ArrayList<>();

  private Agreement(PersonId person, SystemId system, Stage stage, Standing standing, int share) {
    this.id = null;
    this.person = person;
    this.system = system;
    this.stage = stage;
    this.standing = standing;
    this.share = share;
    servedBefore = false;
    shareBefore = share;
  }

  /** As it stands in the store. */
  Agreement(AgreementRow row) {
    id = row.id();
    person = row.personId();
    system = row.systemId();
    stage = row.stage();
    standing = row.state();
    servedBefore = standing.serves();
    version = row.version();
    share = row.sharePercent();
    shareBefore = share;
    askedShare = row.askedShare();
    shareReason = row.shareReason();
    endsOn = row.endsOn();
    relief = row.relief();
    reliefBy = row.reliefBy();
    asked = row.askedId();
    lineManager = row.lineManagerId();
    department = row.departmentId();
    askedAt = row.askedAt();
    reminders = row.reminders();
    askedAgain = row.askedAgain();
    renewing = row.renewing();
    agreedBy = row.agreedBy();
    agreedAt = row.agreedAt();
    agreedManager = row.agreedManagerId();
    agreedDepartment = row.agreedDepartmentId();
    graceUntil = row.graceUntil();
    endedWhy = row.endedWhy();
    recordDue = row.recordDue();
    recordedBy = row.recordedBy();
    recordedAt = row.recordedAt();
    startedAt = row.startedAt();
    endedAt = row.endedAt();
  }

  // ---- how it begins

  /** The lead asks the candidate. */
  static Agreement proposed(
      PersonId person, SystemId system, Terms terms, PersonId by, Instant now) {
    var it = new Agreement(person, system, Stage.PROPOSED, Standing.WAITING, terms.sharePercent());
    it.take(terms);
    it.askedAt = now;
    it.step(StepKind.PROPOSED, by, null, null, now);
    return it;
  }

  /** From a file, or made for a demonstration: the candidate knows. */
  static Agreement imported(PersonId person, SystemId system, int share, Instant at, Rules rules) {
    var it = new Agreement(person, system, Stage.CANDIDATE_AGREED, Standing.PROVISIONAL, share);
    it.startedAt = at;
    it.graceUntil = rules.graceFrom(at);
    it.endsOn = rules.day(at).plusYears(1);
    it.step(StepKind.IMPORTED, null, null, null, at);
    return it;
  }

  /**
   * A file again. Another share was not agreed by the manager yet: provisional, and the lead asks.
   * A manager's "no" is not overruled by a file.
   */
  void importedAgain(int newShare, Instant now, Rules rules) {
    if (stage == Stage.DECLINED || (stage != Stage.PROPOSED && newShare == askedOrHeld())) {
      return;
    }
    share = newShare;
    renewing = false;
    askedShare = null;
    askedAt = null;
    stage = Stage.CANDIDATE_AGREED;
    serveProvisionally(now, rules);
    step(StepKind.IMPORTED, null, null, null, now);
  }

  // ---- the candidate

  void candidateAgrees(Workplace workplace, Instant now, Rules rules) {
    if (stage == Stage.PROPOSED) {
      serveProvisionally(now, rules);
      step(StepKind.CANDIDATE_AGREED, person, null, null, now);
      askManager(person, workplace, now);
    } else if (stage == Stage.OTHER_SHARE) {
      step(StepKind.CANDIDATE_AGREED, person, null, null, now);
      settle(Objects.requireNonNull(asked), now, rules);
    } else {
      throw Refusal.conflict("mandate.refused.nothing_asked");
    }
  }

  void candidateRefuses(@Nullable String words, Instant now, Rules rules) {
    if (!stage.waitsForCandidate()) {
      throw Refusal.conflict("mandate.refused.nothing_asked");
    }
    step(StepKind.CANDIDATE_REFUSED, person, null, words, now);
    if (stage == Stage.PROPOSED) {
      end(person, Ending.OWN_WISH, null, now);
    } else {
      fallBack(now, rules);
    }
  }

  // ---- the manager, or who decides instead

  public void agree(
      PersonId by,
      @Nullable String newRelief,
      @Nullable String newReliefBy,
      Instant now,
      Rules rules) {
    requireDecidable(by);
    relief = newRelief == null ? relief : newRelief;
    reliefBy = newReliefBy == null ? reliefBy : newReliefBy;
    settle(by, now, rules);
  }

  public void proposeOther(
      PersonId by, int other, @Nullable String words, Instant now, Rules rules) {
    requireDecidable(by);
    offerOther(by, other, words, now, rules);
  }

  /** While it is in force the manager thinks of another share: the power user is asked. */
  public void reconsider(PersonId by, int other, @Nullable String words, Instant now, Rules rules) {
    if (stage != Stage.AGREED) {
      throw Refusal.conflict("mandate.refused.not_now");
    }
    if (by.equals(person)) {
      throw Refusal.of("mandate.refused.own");
    }
    asked = by;
    offerOther(by, other, words, now, rules);
  }

  private void offerOther(
      PersonId by, int other, @Nullable String words, Instant now, Rules rules) {
    if (!rules.settings().allows(other)) {
      throw Refusal.of(
          "mandate.refused.share", rules.settings().lowest(), rules.settings().highest());
    }
    if (other == askedOrHeld()) {
      throw Refusal.of("mandate.refused.same_share");
    }
    if (!rules.settings().isNormal(other) && words == null) {
      throw Refusal.of(
          "mandate.refused.share_reason",
          rules.settings().normalFrom(),
          rules.settings().normalUpTo());
    }
    askedShare = other;
    shareReason = words;
    stage = Stage.OTHER_SHARE;
    askedAt = now;
    reminders = 0;
    step(StepKind.OTHER_SHARE, by, null, words, now);
  }

  public void decline(PersonId by, String words, Instant now, Rules rules) {
    requireDecidable(by);
    step(StepKind.DECLINED, by, null, words, now);
    fallBack(now, rules);
  }

  private void requireDecidable(PersonId by) {
    if (!stage.waitsForManager()) {
      throw Refusal.conflict("mandate.refused.decided");
    }
    if (by.equals(person)) {
      throw Refusal.of("mandate.refused.own");
    }
  }

  /** Agreed: also its renewal, or any agreement to one that is nearly over, for a year more. */
  private void settle(PersonId by, Instant now, Rules rules) {
    var renews = renewing || (agreedAt != null && isNearlyOver(now, rules));
    renewing = false;
    share = askedOrHeld();
    askedShare = null;
    if (renews && endsOn != null) {
      var from = rules.day(now);
      endsOn = (endsOn.isBefore(from) ? from : endsOn).plusYears(1);
    }
    stage = Stage.AGREED;
    standing = Standing.ACTIVE;
    startedAt = startedAt == null ? now : startedAt;
    graceUntil = null;
    askedAt = null;
    askedAgain = false;
    agreedBy = by;
    agreedAt = now;
    agreedManager = lineManager;
    agreedDepartment = department;
    markForRecord();
    step(renews ? StepKind.RENEWED : StepKind.AGREED, by, null, null, now);
  }

  /** Agreed outside the product, as a file says. */
  void agreedElsewhere(PersonId by, Workplace workplace, Instant at, Rules rules) {
    asked = by;
    lineManager = workplace.manager();
    department = workplace.department();
    settle(by, at, rules);
  }

  /**
   * After a "no". An agreement that is in force stands, with the share that was agreed; one that is
   * nearly over runs to its last day.
   */
  private void fallBack(Instant now, Rules rules) {
    renewing = false;
    askedShare = null;
    askedAt = null;
    reminders = 0;
    var inForce = standing == Standing.ACTIVE;
    stage = inForce && !isNearlyOver(now, rules) ? Stage.AGREED : Stage.DECLINED;
    if (!inForce) {
      standing = Standing.WAITING;
      graceUntil = null;
    }
  }

  // ---- the lead

  /** Another offer: the one who was waited for is asked anew. After a "no" once. */
  void offer(PersonId by, Terms terms, Workplace workplace, Instant now) {
    requireNotEnded();
    if (stage == Stage.DECLINED) {
      if (askedAgain) {
        throw Refusal.conflict("mandate.refused.asked_twice");
      }
      askedAgain = true;
    }
    take(terms);
    step(StepKind.OFFERED, by, null, null, now);
    if (stage == Stage.PROPOSED) {
      askedAt = now;
      reminders = 0;
    } else {
      askManager(by, workplace, now);
    }
  }

  /** For who came in by a file. */
  void askTheManager(PersonId by, Workplace workplace, Instant now) {
    if (stage != Stage.CANDIDATE_AGREED) {
      throw Refusal.conflict("mandate.refused.not_now");
    }
    askManager(by, workplace, now);
  }

  void askInstead(PersonId by, PersonId decider, Workplace workplace, Instant now) {
    if (stage != Stage.CANDIDATE_AGREED && !stage.waitsForManager()) {
      throw Refusal.conflict("mandate.refused.not_now");
    }
    if (decider.equals(person) || decider.equals(by)) {
      throw Refusal.of("mandate.refused.decider");
    }
    askManager(by, new Workplace(decider, workplace.department()), now);
    lineManager = workplace.manager();
  }

  void extendGrace(PersonId by, Instant now, Rules rules) {
    var mayServe =
        stage == Stage.CANDIDATE_AGREED
            || stage == Stage.MANAGER_ASKED
            || stage == Stage.OTHER_SHARE;
    if (!mayServe || standing == Standing.ACTIVE) {
      throw Refusal.conflict("mandate.refused.not_now");
    }
    serveProvisionally(now, rules);
    step(StepKind.GRACE_EXTENDED, by, null, null, now);
  }

  void renew(@Nullable PersonId by, Workplace workplace, Instant now) {
    if (stage != Stage.AGREED || endsOn == null) {
      throw Refusal.conflict("mandate.refused.not_now");
    }
    renewing = true;
    step(StepKind.RENEWAL_DUE, by, workplace.manager(), null, now);
    askManager(by, workplace, now);
  }

  // ---- what the directory says

  /** Another manager or department: what was agreed is no longer agreed by who must agree. */
  void moved(Workplace now, Instant at, Rules rules) {
    if (stage == Stage.ENDED || stage == Stage.PROPOSED || stage == Stage.CANDIDATE_AGREED) {
      return;
    }
    if (stage == Stage.AGREED && (agreedDepartment == null || isAsAgreed(now))) {
      return;
    }
    if (agreedDepartment != null
        && stage == Stage.MANAGER_ASKED
        && askedShare == null
        && isAsAgreed(now)) {
      stillAgreed(now, at);
      return;
    }
    var otherManager = !Objects.equals(now.manager(), lineManager);
    var otherDepartment = !Objects.equals(now.department(), department);
    if (!otherManager && !otherDepartment) {
      return;
    }
    step(
        otherManager ? StepKind.MANAGER_CHANGED : StepKind.DEPARTMENT_CHANGED,
        null,
        now.manager(),
        null,
        at);
    if (stage == Stage.DECLINED && standing == Standing.WAITING) {
      // It is the lead's turn; the new manager has not said no yet.
      lineManager = now.manager();
      department = now.department();
      askedAgain = false;
      return;
    }
    if (standing == Standing.ACTIVE) {
      serveProvisionally(at, rules);
    }
    askManager(null, now, at);
  }

  private boolean isAsAgreed(Workplace now) {
    return Objects.equals(now.manager(), agreedManager)
        && Objects.equals(now.department(), agreedDepartment);
  }

  private void stillAgreed(Workplace now, Instant at) {
    stage = Stage.AGREED;
    standing = Standing.ACTIVE;
    lineManager = now.manager();
    department = now.department();
    asked = agreedBy;
    askedAt = null;
    graceUntil = null;
    step(StepKind.STILL_AGREED, null, null, null, at);
  }

  /** Whom the open request is for has left. */
  void askedPersonLeft(Workplace workplace, Instant now) {
    if (stage.waitsForManager()) {
      askManager(null, workplace, now);
    }
  }

  // ---- what happens by itself

  /** Does all that is due by now. */
  void fallDue(Workplace workplace, Instant now, Rules rules) {
    if (standing == Standing.PROVISIONAL && graceUntil == null) {
      graceUntil = rules.graceFrom(now);
    }
    if (stage == Stage.AGREED && agreedDepartment == null) {
      lineManager = workplace.manager();
      department = workplace.department();
      agreedManager = lineManager;
      agreedDepartment = department;
    }
    if (endsOn != null && standing.serves() && !now.isBefore(rules.over(endsOn))) {
      end(null, Ending.PERIOD, null, now);
      return;
    }
    if (stage == Stage.AGREED && isNearlyOver(now, rules)) {
      renew(null, workplace, now);
    }
    while (patienceEnds(rules).filter(end -> !end.isAfter(now)).isPresent()) {
      reminders++;
      var kind = reminders <= Rules.REMINDERS ? StepKind.REMINDED : StepKind.CALL_DUE;
      step(kind, null, stage.waitsForManager() ? asked : person, null, now);
    }
    if (standing == Standing.PROVISIONAL && graceUntil != null && !graceUntil.isAfter(now)) {
      standing = Standing.WAITING;
      step(StepKind.GRACE_OVER, null, null, null, now);
    }
  }

  Optional<Instant> nextDue(Rules rules) {
    var renewal =
        stage == Stage.AGREED && endsOn != null
            ? Optional.of(rules.renewalOpens(endsOn))
            : Optional.<Instant>empty();
    var over =
        endsOn != null && standing.serves()
            ? Optional.of(rules.over(endsOn))
            : Optional.<Instant>empty();
    var grace =
        standing == Standing.PROVISIONAL
            ? Optional.ofNullable(graceUntil)
            : Optional.<Instant>empty();
    return Stream.of(patienceEnds(rules), renewal, over, grace)
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  private Optional<Instant> patienceEnds(Rules rules) {
    var waits = stage.waitsForManager() || stage.waitsForCandidate();
    return waits && askedAt != null && rules.hasPatienceLeft(reminders)
        ? Optional.of(rules.patienceEnds(askedAt, reminders))
        : Optional.empty();
  }

  // ---- how it ends

  void end(@Nullable PersonId by, Ending why, @Nullable String words, Instant now) {
    requireNotEnded();
    stage = Stage.ENDED;
    standing = Standing.ENDED;
    askedShare = null;
    askedAt = null;
    graceUntil = null;
    endedWhy = why;
    endedAt = now;
    recordDue = recordedAt == null ? null : RecordDue.END;
    step(StepKind.ENDED, by, null, words, now);
  }

  /** The import that made the person a leaver was undone. */
  void returned(Workplace workplace, Instant now, Rules rules) {
    if (endedWhy != Ending.LEFT) {
      throw Refusal.conflict("mandate.refused.not_now");
    }
    endedWhy = null;
    endedAt = null;
    recordDue = null;
    lineManager = workplace.manager();
    department = workplace.department();
    if (agreedAt != null && isAsAgreed(workplace)) {
      stage = Stage.AGREED;
      standing = Standing.ACTIVE;
      recordDue = recordedAt == null ? RecordDue.START : null;
    } else {
      stage = Stage.CANDIDATE_AGREED;
      serveProvisionally(now, rules);
    }
    step(StepKind.RETURNED, null, null, null, now);
  }

  // ---- HR, beside it

  public void record(PersonId by, Instant now) {
    if (recordDue == null) {
      throw Refusal.conflict("mandate.refused.recorded");
    }
    recordDue = null;
    recordedBy = by;
    recordedAt = now;
    step(StepKind.RECORDED, by, null, null, now);
  }

  private void markForRecord() {
    recordDue = recordedAt == null ? RecordDue.START : RecordDue.CHANGE;
  }

  // ---- the rest

  /**
   * @param seen the version that the form or link was made from
   */
  public void requireVersion(int seen) {
    if (seen != version) {
      throw Refusal.conflict("mandate.refused.changed");
    }
  }

  private void requireNotEnded() {
    if (stage == Stage.ENDED) {
      throw Refusal.conflict("mandate.refused.ended");
    }
  }

  /** In force it keeps its period and its share until the manager agrees to another. */
  private void take(Terms terms) {
    askedShare = terms.sharePercent();
    shareReason = terms.shareReason();
    relief = terms.relief();
    reliefBy = terms.reliefBy();
    if (standing != Standing.ACTIVE) {
      share = terms.sharePercent();
      renewing = renewing && terms.endsOn().equals(endsOn);
      endsOn = terms.endsOn();
    }
  }

  private void askManager(@Nullable PersonId by, Workplace workplace, Instant now) {
    asked = workplace.manager();
    lineManager = workplace.manager();
    department = workplace.department();
    reminders = 0;
    if (asked == null) {
      stage = Stage.CANDIDATE_AGREED;
      askedAt = null;
      step(StepKind.NOBODY_TO_ASK, by, null, null, now);
    } else {
      stage = renewing ? Stage.RENEWAL_DUE : Stage.MANAGER_ASKED;
      askedAt = now;
      step(StepKind.ASKED, by, asked, null, now);
    }
  }

  private void serveProvisionally(Instant now, Rules rules) {
    standing = Standing.PROVISIONAL;
    graceUntil = rules.graceFrom(now);
    startedAt = startedAt == null ? now : startedAt;
  }

  private boolean isNearlyOver(Instant now, Rules rules) {
    return endsOn != null && !now.isBefore(rules.renewalOpens(endsOn));
  }

  private int askedOrHeld() {
    return askedShare == null ? share : askedShare;
  }

  private void step(
      StepKind kind,
      @Nullable PersonId by,
      @Nullable PersonId about,
      @Nullable String words,
      Instant at) {
    if (kind.changesWhatIsAsked()) {
      version++;
    }
    newSteps.add(new Step(version, kind, by, about, askedOrHeld(), endsOn, words, at));
  }

  public MandateId id() {
    return Objects.requireNonNull(id);
  }

  public PersonId person() {
    return person;
  }

  public SystemId system() {
    return system;
  }

  public Stage stage() {
    return stage;
  }

  public Standing standing() {
    return standing;
  }

  public int version() {
    return version;
  }

  public @Nullable PersonId asked() {
    return asked;
  }

  int shareBefore() {
    return shareBefore;
  }

  boolean began() {
    return standing.serves() && !servedBefore;
  }

  boolean stopped() {
    return servedBefore && !standing.serves();
  }

  /** Whether others may be served by others now. */
  boolean changesConstituencies() {
    return began() || stopped() || (standing.serves() && share != shareBefore);
  }

  List<Step> newSteps() {
    return newSteps;
  }

  /** Without an id before it is stored. */
  AgreementRow row(MandateId storedAs) {
    return new AgreementRow(
        storedAs,
        person,
        system,
        stage,
        standing,
        version,
        share,
        askedShare,
        shareReason,
        endsOn,
        relief,
        reliefBy,
        asked,
        lineManager,
        department,
        askedAt,
        reminders,
        askedAgain,
        renewing,
        agreedBy,
        agreedAt,
        agreedManager,
        agreedDepartment,
        graceUntil,
        endedWhy,
        recordDue,
        recordedBy,
        recordedAt,
        startedAt,
        endedAt);
  }
}
