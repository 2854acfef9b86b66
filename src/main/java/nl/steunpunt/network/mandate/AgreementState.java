package nl.steunpunt.network.mandate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * How an agreement stands, and the steps that are not stored yet. What each field is stands in the
 * table. Nothing here decides: {@link AgreementMoves} changes several at once, so that they fit.
 */
final class AgreementState {
  final @Nullable MandateId id;
  final PersonId person;
  final SystemId system;
  final boolean servedBefore;
  final int shareBefore;
  Stage stage;
  Standing standing;
  int version;
  int share;
  @Nullable Integer askedShare;
  @Nullable String shareReason;
  @Nullable LocalDate endsOn;
  @Nullable String relief;
  @Nullable String reliefBy;
  @Nullable PersonId asked;
  @Nullable PersonId lineManager;
  @Nullable Long department;
  @Nullable Instant askedAt;
  int reminders;
  boolean askedAgain;
  boolean renewing;
  @Nullable PersonId agreedBy;
  @Nullable Instant agreedAt;
  @Nullable PersonId agreedManager;
  @Nullable Long agreedDepartment;
  @Nullable String agreedShareReason;
  @Nullable String agreedRelief;
  @Nullable String agreedReliefBy;
  @Nullable Instant graceUntil;
  @Nullable Ending endedWhy;
  @Nullable RecordDue recordDue;
  @Nullable PersonId recordedBy;
  @Nullable Instant recordedAt;
  @Nullable Instant startedAt;
  @Nullable Instant endedAt;
  final List<Step> newSteps = new ArrayList<>();

  /** A new one. */
  AgreementState(PersonId person, SystemId system, Stage stage, Standing standing, int share) {
    this.id = null;
    this.person = person;
    this.system = system;
    this.stage = stage;
    this.standing = standing;
    this.share = share;
    servedBefore = false;
    shareBefore = share;
  }

  AgreementState(AgreementRow row) {
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
    agreedShareReason = row.agreedShareReason();
    agreedRelief = row.agreedRelief();
    agreedReliefBy = row.agreedReliefBy();
    graceUntil = row.graceUntil();
    endedWhy = row.endedWhy();
    recordDue = row.recordDue();
    recordedBy = row.recordedBy();
    recordedAt = row.recordedAt();
    startedAt = row.startedAt();
    endedAt = row.endedAt();
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
        agreedShareReason,
        agreedRelief,
        agreedReliefBy,
        graceUntil,
        endedWhy,
        recordDue,
        recordedBy,
        recordedAt,
        startedAt,
        endedAt);
  }

  int askedOrHeld() {
    return askedShare == null ? share : askedShare;
  }

  boolean isNearlyOver(Instant now, Rules rules) {
    return endsOn != null && !now.isBefore(rules.renewalOpens(endsOn));
  }

  /** Every change is one: the history is what they leave. */
  void step(
      StepKind kind,
      @Nullable PersonId by,
      @Nullable PersonId about,
      @Nullable String words,
      Instant at) {
    if (kind.changesWhatIsAsked()) {
      version++;
    }
    newSteps.add(new Step(version, kind, by, about, askedOrHeld(), endsOn, null, words, at));
  }

  void stepOfHours(@Nullable BigDecimal contractHours, Instant at) {
    newSteps.add(
        new Step(
            version, StepKind.HOURS_CHANGED, null, null, share, endsOn, contractHours, null, at));
  }
}
