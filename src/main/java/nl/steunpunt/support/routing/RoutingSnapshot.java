package nl.steunpunt.support.routing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * All that routing looks at, at one moment; nothing of it is kept.
 *
 * @param filedBy differs from the asker when filed on behalf
 * @param tried who had the question and was silent, or passed it on
 * @param stuck the asker cannot go on; {@code stuckUntil} is by when it must be over, if they said
 * @param othersKnown whether nobody is missing who could be the second stop: colleagues beyond the
 *     constituency are looked up only as far as the first stop needs
 */
public record RoutingSnapshot(
    PersonId asker,
    Place place,
    String language,
    PersonId filedBy,
    List<Candidate> candidates,
    Set<PersonId> tried,
    boolean stuck,
    @Nullable Instant stuckUntil,
    boolean othersKnown,
    Instant at) {

  public RoutingSnapshot {
    candidates = List.copyOf(candidates);
    tried = Set.copyOf(tried);
  }
}
