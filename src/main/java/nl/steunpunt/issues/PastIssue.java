package nl.steunpunt.issues;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;

/**
 * An issue as it stands, and who is hit by it.
 *
 * @param status a word of the register: {@code fix_planned}
 */
public record PastIssue(
    SystemId system,
    TopicId topic,
    String status,
    String title,
    String description,
    @Nullable String workaround,
    PersonId reporter,
    Instant reportedAt,
    Instant changedAt,
    List<Hit> hits) {

  /**
   * @param question what this person asked about it; null: they said "me too", or gave a signal
   * @param named false: a signal, which carries no name
   */
  public record Hit(PersonId person, @Nullable QuestionId question, Instant at, boolean named) {}
}
