package nl.steunpunt.platform.time;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long to leave alone who did not take what was sent: longer each time. */
public final class Backoff {
  public static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration FIRST = Duration.ofSeconds(30);

  private Backoff() {}

  /**
   * 30 seconds, 1 minute, 2 minutes ... an hour.
   *
   * @param attempts that failed, from 1
   */
  public static Duration pause(int attempts) {
    var pause = FIRST.multipliedBy(1L << Math.min(attempts - 1, 10));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }

  /**
   * @param attempts that failed, this one included
   * @param until they asked to be left alone until then, and are, an hour at most; null: they did
   *     not
   */
  public static Instant next(Instant now, int attempts, @Nullable Instant until) {
    var next = now.plus(pause(Math.max(1, attempts)));
    var asked = until == null || until.isBefore(next) ? next : until;
    var longest = now.plus(LONGEST);
    return asked.isBefore(longest) ? asked : longest;
  }
}
