package nl.steunpunt.support.question;

import java.time.Instant;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks.
 *
 * @param onBehalfOf the colleague who asked aloud; null: for oneself
 * @param stuck "I can't go on"
 * @param stuckUntil by when it must be over, if there is such a moment
 */
public record Ask(
    SystemId system,
    @Nullable TopicId topic,
    String text,
    @Nullable PersonId onBehalfOf,
    boolean stuck,
    @Nullable Instant stuckUntil) {
  public static final int MAX_LENGTH = 4_000;
}
