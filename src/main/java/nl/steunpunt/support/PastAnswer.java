package nl.steunpunt.support;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A reusable answer, and whom it helped.
 *
 * @param question where it was given; null: written for its own sake
 * @param title the question it answers
 * @param why empty: no reason was given
 */
public record PastAnswer(
    PersonId author,
    SystemId system,
    TopicId topic,
    @Nullable QuestionId question,
    String title,
    String text,
    String why,
    Instant keptAt,
    List<Help> helps) {

  public record Help(PersonId person, Instant at) {}
}
