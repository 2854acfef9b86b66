package nl.steunpunt.support.routing;

import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A power user of the question's system, as they are at this moment.
 *
 * @param rank 0 for the asker's primary power user, 1.. for the deputies, null for all others
 * @param open questions they hold now for this system
 * @param present seen on a page, or on a round; who says to be busy or away is not
 * @param saysFull "I'm full", or quiet hours; too many open questions for the share is {@link
 *     Router}'s to judge
 * @param spared the hours of this week are spent: deputies come first
 */
public record Candidate(
    PersonId person,
    @Nullable Integer rank,
    int sharePercent,
    int open,
    Place place,
    String language,
    boolean knowsTopic,
    boolean present,
    boolean absent,
    boolean saysFull,
    boolean spared) {}
