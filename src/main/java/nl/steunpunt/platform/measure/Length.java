package nl.steunpunt.platform.measure;

/**
 * A length of time as people say it: in minutes, hours or days.
 *
 * @param key of a sentence part that takes the amount
 */
public record Length(String key, double amount) {
  private static final int AN_HOUR = 60;
  private static final int A_DAY = 24 * AN_HOUR;

  public static Length ofMinutes(long minutes) {
    if (minutes < 2 * AN_HOUR) {
      return new Length("measure.minutes", minutes);
    }
    return minutes < 2 * A_DAY
        ? new Length("measure.hours", (double) minutes / AN_HOUR)
        : new Length("measure.days", (double) minutes / A_DAY);
  }
}
