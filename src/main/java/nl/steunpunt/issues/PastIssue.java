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
 * @param severity a word of the register: {@code hinders}; null: not weighed
 * @param plannedRelease in which the fix comes; null: not planned
 * @param owner who sees to it; null: nobody yet
 */
public record PastIssue(
    SystemId system,
    TopicId topic,
    String status,
    String title,
    String description,
    @Nullable String workaround,
    @Nullable String severity,
    @Nullable String plannedRelease,
    @Nullable PersonId owner,
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
