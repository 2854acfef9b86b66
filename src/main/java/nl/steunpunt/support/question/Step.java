package nl.steunpunt.support.question;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A stop on the route.
 *
 * @param person who got it, or who did it
 * @param reasons why this one, as keys with arguments: {@code same_floor}, {@code deputy:1}
 */
public record Step(StepKind kind, @Nullable PersonId person, List<String> reasons, Instant at) {}
