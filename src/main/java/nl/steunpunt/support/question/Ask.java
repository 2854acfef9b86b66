package nl.steunpunt.support.question;

import java.time.Instant;
import java.util.UUID;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Sending;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks.
 *
 * @param onBehalfOf the colleague who asked aloud; null: for oneself
 * @param stuck "I can't go on"
 * @param stuckUntil by when it must be over, if there is such a moment
 * @param sending the form it was typed in: the same text from the same form is the same question;
 *     null: each is one of its own
 */
public record Ask(
    SystemId system,
    @Nullable TopicId topic,
    String text,
    @Nullable PersonId onBehalfOf,
    boolean stuck,
    @Nullable Instant stuckUntil,
    @Nullable UUID sending) {
  public static final int MAX_LENGTH = 4_000;

  public Ask(
      SystemId system,
      @Nullable TopicId topic,
      String text,
      @Nullable PersonId onBehalfOf,
      boolean stuck,
      @Nullable Instant stuckUntil) {
    this(system, topic, text, onBehalfOf, stuck, stuckUntil, null);
  }

  @Nullable UUID askedAs() {
    return Sending.of(sending, text.strip());
  }
}
