package nl.steunpunt.network.mandate;

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
 * @param words what somebody wrote with it
 */
public record Step(
    int version,
    StepKind kind,
    @Nullable PersonId by,
    @Nullable PersonId about,
    int sharePercent,
    @Nullable LocalDate endsOn,
    @Nullable String words,
    Instant at) {}
