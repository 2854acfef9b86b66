package nl.steunpunt.network.hours;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one week came to for a mandate.
 *
 * @param week its Monday
 * @param agreedMinutes null: such a week is neither over nor under
 */
public record WeekTotal(LocalDate week, int minutes, @Nullable Integer agreedMinutes) {
  /** A tenth more is no reason to talk: routing itself stops only when the hours are spent. */
  static final int OVER_PERCENT = 110;

  static final int UNDER_PERCENT = 50;

  boolean isOver() {
    return agreedMinutes != null && minutes * 100L > (long) agreedMinutes * OVER_PERCENT;
  }

  boolean isUnder() {
    return agreedMinutes != null && minutes * 100L < (long) agreedMinutes * UNDER_PERCENT;
  }
}
