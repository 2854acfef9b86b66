package nl.steunpunt.network.mandate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What a share of working time comes to. */
public final class WeeklyHours {
  private WeeklyHours() {}

  /**
   * Hours a week, to the tenth.
   *
   * @param contractHours a week
   * @return null when the contract is unknown or has no fixed hours
   */
  public static @Nullable BigDecimal of(@Nullable BigDecimal contractHours, int sharePercent) {
    if (contractHours == null || contractHours.signum() <= 0) {
      return null;
    }
    return contractHours
        .multiply(BigDecimal.valueOf(sharePercent))
        .divide(BigDecimal.valueOf(100), 1, RoundingMode.HALF_UP);
  }
}
