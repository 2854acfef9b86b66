package nl.steunpunt.platform.web;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/**
 * Not now: too much at once (503), or too often by one client (429). Answered with Retry-After; its
 * text is given the whole minutes to wait.
 */
public class TryLater extends RuntimeException {
  private final HttpStatus status;
  private final String key;
  private final Duration wait;

  private TryLater(HttpStatus status, String key, Duration wait) {
    super(key, null, false, false);
    this.status = status;
    this.key = key;
    this.wait = wait;
  }

  public static TryLater busy(String key, Duration wait) {
    return new TryLater(HttpStatus.SERVICE_UNAVAILABLE, key, wait);
  }

  public static TryLater tooOften(String key, Duration wait) {
    return new TryLater(HttpStatus.TOO_MANY_REQUESTS, key, wait);
  }

  public HttpStatus status() {
    return status;
  }

  public String key() {
    return key;
  }

  /** At least 1, rounded up. */
  public long seconds() {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  /** At least 1, rounded up. */
  public long minutes() {
    return (seconds() + 59) / 60;
  }
}
