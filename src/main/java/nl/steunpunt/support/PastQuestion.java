package nl.steunpunt.support;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A question with all that happened to it.
 *
 * @param powerUser who got it
 * @param stuckUntil by when it had to be over, for who could not go on
 * @param events in order of time
 */
public record PastQuestion(
    PersonId asker,
    PersonId powerUser,
    SystemId system,
    TopicId topic,
    String text,
    boolean stuck,
    @Nullable Instant stuckUntil,
    Instant askedAt,
    List<Event> events) {

  /**
   * @param text what was said; empty for what needs no words
   */
  public record Event(Kind kind, PersonId by, String text, Instant at) {}

  public enum Kind {
    SAID,
    /** By its power user, or by the helpdesk once it was handed over. */
    ANSWERED,
    /** Why the answer is so. */
    EXPLAINED,
    /** With what was tried. */
    HANDED_OVER,
    CONFIRMED,
    DISPUTED,
    WITHDRAWN
  }
}
