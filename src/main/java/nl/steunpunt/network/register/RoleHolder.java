package nl.steunpunt.network.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import nl.steunpunt.network.mandate.RecordDue;
import nl.steunpunt.network.mandate.Standing;
import nl.steunpunt.network.mandate.WeeklyHours;
import org.jspecify.annotations.Nullable;

/**
 * A line of the register.
 *
 * @param startedAt since when they have the role
 * @param recordDue what is still to be recorded
 * @param released they released something for the appraisal
 */
public record RoleHolder(
    long mandate,
    @Nullable String employeeNumber,
    String name,
    String department,
    String systemName,
    int share,
    @Nullable BigDecimal contractHours,
    Instant startedAt,
    Instant agreedAt,
    @Nullable String agreedBy,
    @Nullable LocalDate endsOn,
    @Nullable Instant endedAt,
    @Nullable RecordDue recordDue,
    @Nullable Instant recordedAt,
    @Nullable String recordedBy,
    Standing standing,
    boolean released) {

  public @Nullable BigDecimal hours() {
    return WeeklyHours.of(contractHours, share);
  }
}
