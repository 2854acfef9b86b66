package nl.steunpunt.helpdesk.outcome;

import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.helpdesk.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What was asked in one week about one topic by people of one department at one location.
 *
 * @param department null: who asked has none
 * @param location null: who asked has none
 * @param askers a number for each, at most {@value Parts#FEWEST} of them; not to be kept
 */
record Asked(
    LocalDate week,
    long systemId,
    @Nullable Long topicId,
    @Nullable String department,
    @Nullable String location,
    Tally counts,
    List<Long> askers) {}
