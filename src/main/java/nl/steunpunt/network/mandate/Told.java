package nl.steunpunt.network.mandate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of the history on a screen.
 *
 * @param by null: it happened by itself
 * @param contractHours a week, where they changed; null then: no fixed hours any more
 */
public record Told(
    StepKind kind,
    @Nullable String by,
    @Nullable String about,
    int share,
    @Nullable BigDecimal contractHours,
    @Nullable String words,
    Instant at) {

  /** What the share came to from then on; null: no fixed hours. */
  public @Nullable BigDecimal weeklyHours() {
    return WeeklyHours.of(contractHours, share);
  }

  public String word() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
