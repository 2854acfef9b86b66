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
 * @param othersKnown whether the candidates include the nearest beyond the asker's constituency:
 *     they are looked up only when the constituency has nobody with room
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
