package nl.steunpunt.bench.large;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The working days that end with a moment, from eight to six: when people ask. */
final class Workdays {
  private static final int SECONDS = 10 * 3600;

  private final List<Instant> mornings;

  Workdays(int days, Instant end) {
    var found = new ArrayList<Instant>();
    var day = end.atZone(ZoneOffset.UTC).toLocalDate();
    while (found.size() < days) {
      day = day.minusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        found.add(day.atTime(7, 0).toInstant(ZoneOffset.UTC));
      }
    }
    Collections.reverse(found);
    mornings = found;
  }

  /**
   * @param part of all working time: 0 is its begin, 1 its end
   */
  Instant at(double part) {
    var place = Math.min(part, 0.999_999_9) * mornings.size();
    var day = (int) place;
    return mornings.get(day).plus(Duration.ofMillis((long) ((place - day) * SECONDS * 1000)));
  }
}
