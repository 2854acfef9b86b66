package nl.steunpunt.issues.reach;

import java.util.List;

/**
 * Whether more are hit than in the week before, beyond chance: of as many events in all, a fair
 * coin gives so uneven a split in one of twenty weeks (a two-sided test of two Poisson counts;
 * Przyborowski and Wilenski, Biometrika 31, 1940, by its normal limit).
 */
enum Trend {
  RISING,
  STEADY,
  FALLING;

  private static final double BEYOND_CHANCE = 1.96;

  /**
   * @param days new ones of each day, the last one today; weeks of seven days are held together
   */
  static Trend of(List<Integer> days) {
    var now = sum(days, days.size() - 7, days.size());
    var before = sum(days, days.size() - 14, days.size() - 7);
    if (now + before == 0) {
      return STEADY;
    }
    var far = (now - before) / Math.sqrt(now + before);
    return far >= BEYOND_CHANCE ? RISING : far <= -BEYOND_CHANCE ? FALLING : STEADY;
  }

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  private static int sum(List<Integer> days, int from, int until) {
    return days.subList(Math.max(0, from), Math.max(0, until)).stream()
        .mapToInt(Integer::intValue)
        .sum();
  }
}
