package nl.steunpunt.platform.time;

import java.time.Duration;

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
}
