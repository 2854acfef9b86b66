package nl.steunpunt.network.mandate;

import java.time.Instant;
import java.time.LocalDate;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/** As it stands in the table; the columns say what each is. */
record AgreementRow(
    MandateId id,
    PersonId personId,
    SystemId systemId,
    Stage stage,
    Standing state,
    int version,
    int sharePercent,
    @Nullable Integer askedShare,
    @Nullable String shareReason,
    @Nullable LocalDate endsOn,
    @Nullable String relief,
    @Nullable String reliefBy,
    @Nullable PersonId askedId,
    @Nullable PersonId lineManagerId,
    @Nullable Long departmentId,
    @Nullable Instant askedAt,
    int reminders,
    boolean askedAgain,
    boolean renewing,
    @Nullable PersonId agreedBy,
    @Nullable Instant agreedAt,
    @Nullable PersonId agreedManagerId,
    @Nullable Long agreedDepartmentId,
    @Nullable String agreedShareReason,
    @Nullable String agreedRelief,
    @Nullable String agreedReliefBy,
    @Nullable Instant graceUntil,
    @Nullable Ending endedWhy,
    @Nullable RecordDue recordDue,
    @Nullable PersonId recordedBy,
    @Nullable Instant recordedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {}
