package nl.steunpunt.campaign.round;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One tap on a round, as it comes from the phone.
 *
 * @param id made on the phone: however often it arrives, it is one tap
 * @param place number of the zone or floor; null with what is about the whole round
 * @param at by the phone's clock
 * @param minutes with helped: 5, 15, 30 or any other number up to eight hours
 * @param text with heard: what was said
 * @param undoes with undo: which tap
 */
public record Tap(
    UUID id,
    Kind kind,
    @Nullable Long place,
    Instant at,
    @Nullable SystemId system,
    @Nullable TopicId topic,
    @Nullable Integer minutes,
    String text,
    @Nullable IssueId issue,
    @Nullable PersonId person,
    @Nullable UUID undoes) {

  /** Phones' clocks differ; what is further ahead than this is wrong. */
  static final Duration AHEAD = Duration.ofMinutes(5);

  /** Longer ago nobody remembers it well, and weeks have been counted. */
  static final Duration OLDEST = Duration.ofDays(14);

  public enum Kind {
    TALKED,
    HELPED,
    HEARD,
    ME_TOO,
    /** Done in this zone. */
    WALKED,
    /** Done with the round. */
    ENDED,
    UNDO;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(@Nullable String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    boolean isSomewhere() {
      return this != ENDED && this != UNDO;
    }
  }
}
