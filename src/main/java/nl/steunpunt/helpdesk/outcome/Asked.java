package nl.steunpunt.helpdesk.outcome;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked in one week, all of it or of one system, topic or place.
 *
 * @param dimension {@code all}, {@code system}, {@code topic}, {@code department}, {@code location}
 * @param place null: who asked has none
 * @param askers a number for each, at most {@value Parts#FEWEST} of them; not to be kept
 */
record Asked(
    LocalDate week,
    String dimension,
    @Nullable Long systemId,
    @Nullable Long topicId,
    @Nullable String place,
    Counts counts,
    List<Long> askers) {}
