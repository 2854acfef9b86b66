package nl.steunpunt.network.hours;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.steunpunt.platform.time.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed for one week, in proportion to the working time that somebody was there and the
 * organisation open.
 *
 * @param minutes null: the contract has no fixed hours, or they were there on no working day
 * @param absentDays what is done on them does not count
 */
public record AgreedWeek(@Nullable Integer minutes, Set<LocalDate> absentDays) {

  record Away(Instant fromAt, Instant untilAt) {}

  static AgreedWeek of(
      Week week,
      @Nullable BigDecimal contractHours,
      int sharePercent,
      List<Away> away,
      WorkingCalendar calendar) {
    var absent =
        week.days().stream()
            .filter(day -> isAbsent(day, away, calendar))
            .collect(Collectors.toUnmodifiableSet());
    var there =
        calendar.workingMinutesBetween(week.begins(), week.ends())
            - away.stream().mapToLong(one -> workingMinutes(one, week, calendar)).sum();
    if (contractHours == null || contractHours.signum() <= 0 || there <= 0) {
      return new AgreedWeek(null, absent);
    }
    var agreed =
        contractHours
            .multiply(BigDecimal.valueOf(60L * sharePercent * there))
            .divide(
                BigDecimal.valueOf(100L * calendar.usualMinutesOfAWeek()), 0, RoundingMode.HALF_UP);
    return new AgreedWeek(agreed.intValueExact(), absent);
  }

  /** All its working time, or the whole of a day on which nobody works. */
  private static boolean isAbsent(LocalDate day, List<Away> away, WorkingCalendar calendar) {
    var begins = day.atStartOfDay(calendar.zone()).toInstant();
    var ends = day.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    var open = calendar.workingMinutesBetween(begins, ends);
    if (open == 0) {
      return away.stream()
          .anyMatch(one -> !one.fromAt.isAfter(begins) && !one.untilAt.isBefore(ends));
    }
    return away.stream().mapToLong(one -> between(one, begins, ends, calendar)).sum() >= open;
  }

  private static long workingMinutes(Away away, Week week, WorkingCalendar calendar) {
    return between(away, week.begins(), week.ends(), calendar);
  }

  private static long between(Away away, Instant begins, Instant ends, WorkingCalendar calendar) {
    var from = away.fromAt.isAfter(begins) ? away.fromAt : begins;
    var until = away.untilAt.isBefore(ends) ? away.untilAt : ends;
    return from.isBefore(until) ? calendar.workingMinutesBetween(from, until) : 0;
  }
}
