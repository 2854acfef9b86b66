package nl.steunpunt.network.hours;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rule of active minutes: each thing somebody does in a question counts for the time since the
 * thing they did before, in whichever question, and at most five minutes. So what is done at the
 * same time counts once, and waiting counts for nobody. Why five: docs/adr/0090.
 */
public final class ActiveTime {
  public static final Duration MOST = Duration.ofMinutes(5);

  private ActiveTime() {}

  /**
   * @param before what they did last that day; null: nothing yet
   */
  public static Duration since(@Nullable Instant before, Instant now) {
    if (before == null) {
      return MOST;
    }
    var gap = Duration.between(before, now);
    if (gap.isNegative()) {
      return Duration.ZERO;
    }
    return gap.compareTo(MOST) < 0 ? gap : MOST;
  }
}
