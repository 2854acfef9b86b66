package nl.steunpunt.network.mandate;

/**
 * What the organisation decided about mandates.
 *
 * @param graceDays how long a provisional mandate routes
 * @param lowest share of working time in percent that can be proposed, and {@code highest}
 * @param normalFrom share in percent that needs no reason, up to {@code normalUpTo}
 * @param renewalWeeks before the last day, when the manager is asked for another year
 */
public record MandateSettings(
    int graceDays, int lowest, int highest, int normalFrom, int normalUpTo, int renewalWeeks) {
  public static final String SETTING = "mandates";
  static final int LONGEST_GRACE_DAYS = 365;
  static final int MOST_RENEWAL_WEEKS = 26;
  public static final MandateSettings USUAL = new MandateSettings(60, 5, 50, 10, 20, 6);

  public MandateSettings {
    if (graceDays < 1
        || graceDays > LONGEST_GRACE_DAYS
        || lowest < 1
        || highest > 100
        || lowest > normalFrom
        || normalFrom > normalUpTo
        || normalUpTo > highest
        || renewalWeeks < 1
        || renewalWeeks > MOST_RENEWAL_WEEKS) {
      throw new IllegalArgumentException("No mandate could be agreed under these settings");
    }
  }

  boolean allows(int share) {
    return share >= lowest && share <= highest;
  }

  public boolean isNormal(int share) {
    return share >= normalFrom && share <= normalUpTo;
  }
}
