package nl.steunpunt.network.mandate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A line of the history.
 *
 * @param by null: it happened by itself
 * @param about whom: the manager who was asked
 * @param sharePercent what was asked, proposed or agreed then
 * @param contractHours a week, in a step of kind {@link StepKind#HOURS_CHANGED}
 * @param words what somebody wrote with it
 */
public record Step(
    int version,
    StepKind kind,
    @Nullable PersonId by,
    @Nullable PersonId about,
    int sharePercent,
    @Nullable LocalDate endsOn,
    @Nullable BigDecimal contractHours,
    @Nullable String words,
    Instant at) {}
