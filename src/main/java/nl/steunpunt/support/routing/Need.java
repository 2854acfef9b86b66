package nl.steunpunt.support.routing;

import java.time.Instant;
import java.util.Set;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/** What routing must know of a question: {@code tried} is who had it already or passed it on. */
public record Need(
    PersonId asker,
    PersonId filedBy,
    SystemId system,
    @Nullable TopicId topic,
    boolean stuck,
    @Nullable Instant stuckUntil,
    Set<PersonId> tried) {

  public Need {
    tried = Set.copyOf(tried);
  }
}
