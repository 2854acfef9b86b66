package nl.steunpunt.network.hours;

import java.util.List;
import java.util.Locale;

/** What three weeks in a row say, weeks of absence left out. */
public enum Trend {
  OVER,
  UNDER,
  NONE;

  static final int WEEKS = 3;

  /**
   * @param weeks that are over, the newest first
   */
  static Trend of(List<WeekTotal> weeks) {
    var last = weeks.stream().filter(week -> week.agreedMinutes() != null).limit(WEEKS).toList();
    if (last.size() < WEEKS) {
      return NONE;
    }
    return last.stream().allMatch(WeekTotal::isOver)
        ? OVER
        : last.stream().allMatch(WeekTotal::isUnder) ? UNDER : NONE;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
