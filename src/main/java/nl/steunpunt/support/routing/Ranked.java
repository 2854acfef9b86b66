package nl.steunpunt.support.routing;

import java.util.List;
import nl.steunpunt.people.PersonId;

/**
 * A power user in routing's order, for a person who chooses: with what speaks for this one, and
 * what against.
 *
 * @param tried had the question before
 */
public record Ranked(
    PersonId person,
    List<Reason> reasons,
    boolean present,
    boolean full,
    boolean tried,
    boolean absent) {}
