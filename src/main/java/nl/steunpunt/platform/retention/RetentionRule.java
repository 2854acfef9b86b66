package nl.steunpunt.platform.retention;

import java.time.Instant;
import java.time.Period;

/**
 * A kind of thing that is kept for a time; a bean of the room that holds it.
 *
 * @param name a word with texts of its own: {@code retention.kind.}...
 * @param usual how many units, until an administrator says otherwise
 * @param place the order on the screen, low first
 */
public record RetentionRule(
    String name, int place, Unit unit, int usual, int least, int most, Forgetting forgetting) {

  public boolean isInDays() {
    return unit == Unit.DAYS;
  }

  public enum Unit {
    DAYS,
    MONTHS;

    Period of(int number) {
      return this == DAYS ? Period.ofDays(number) : Period.ofMonths(number);
    }
  }

  /** Removes what ended before that moment; a batch in one transaction. */
  public interface Forgetting {
    /**
     * @param most how many at once, so that nobody waits long for a lock
     * @return how many went; fewer than {@code most} when none is left
     */
    int forget(Instant before, int most);
  }
}
