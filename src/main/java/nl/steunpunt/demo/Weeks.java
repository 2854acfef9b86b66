package nl.steunpunt.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.random.RandomGenerator;
import nl.steunpunt.platform.time.WorkingCalendar;

/**
 * The working time of the last three weeks, up to now, out of which moments are drawn: more on
 * Monday morning, more around the end of a month, fewer at lunch and on Friday afternoon.
 */
final class Weeks {

  private static final int WORKING_DAYS = 15;
  private static final String MONTH_END = "month-end";

  /** Above every weight that {@link #weight} gives. */
  private static final double MOST = 18;

  private final WorkingCalendar calendar;
  private final Instant now;
  private final Instant start;
  private final int minutes;
  private final RandomGenerator random;

  Weeks(WorkingCalendar calendar, Instant now, RandomGenerator random) {
    this.calendar = calendar;
    this.now = now;
    this.random = random;
    var day = LocalDate.ofInstant(now, calendar.zone());
    for (var left = WORKING_DAYS; left > 0; day = day.minusDays(1)) {
      if (calendar.isWorkingDay(day.minusDays(1))) {
        left--;
      }
    }
    start = calendar.nextWorkingMoment(day.atStartOfDay(calendar.zone()).toInstant());
    minutes = (int) calendar.workingMinutesBetween(start, now);
  }

  /** The first working moment of the three weeks. */
  Instant begin() {
    return start;
  }

  /** A moment that leaves at least so many working minutes until now. */
  Instant busyMoment(String topic, int minutesAfter) {
    while (true) {
      var minute = random.nextInt(minutes - minutesAfter - 1);
      var at = calendar.plusWorkingMinutes(start, minute);
      if (random.nextDouble() * MOST < weight(at.atZone(calendar.zone()), topic)) {
        return at.plusSeconds(random.nextInt(60));
      }
    }
  }

  /** A moment at least so many working minutes ago, and at most {@code span} longer. */
  Instant recentMoment(int minutesAgo, int span) {
    var minute = minutes - minutesAgo - 2 - random.nextInt(span);
    return calendar.plusWorkingMinutes(start, minute).plusSeconds(random.nextInt(60));
  }

  Instant after(Instant at, int workingMinutes) {
    return calendar.plusWorkingMinutes(at, workingMinutes);
  }

  /** A working moment after the one and not after the other. */
  Instant between(Instant from, Instant to) {
    var span = Math.max(1, (int) calendar.workingMinutesBetween(from, to));
    return calendar.plusWorkingMinutes(from, random.nextInt(span));
  }

  /** In so many working minutes from now. */
  Instant ahead(int workingMinutes) {
    return calendar.plusWorkingMinutes(now, workingMinutes);
  }

  /** A working moment one to four days before, perhaps before the three weeks began. */
  Instant daysBefore(Instant at) {
    var day = LocalDate.ofInstant(at, calendar.zone()).minusDays(1 + random.nextInt(4));
    while (!calendar.isWorkingDay(day)) {
      day = day.minusDays(1);
    }
    var opens = calendar.nextWorkingMoment(day.atStartOfDay(calendar.zone()).toInstant());
    return calendar.plusWorkingMinutes(opens, random.nextInt(240));
  }

  boolean longerAgo(Instant at, int workingMinutes) {
    return calendar.workingMinutesBetween(start, at) < minutes - workingMinutes;
  }

  private double weight(ZonedDateTime at, String topic) {
    var monday = at.getDayOfWeek() == DayOfWeek.MONDAY;
    var friday = at.getDayOfWeek() == DayOfWeek.FRIDAY;
    var ofDay = monday ? 1.4 : friday ? 0.7 : 1;
    var ofHour =
        switch (at.getHour()) {
          case 8, 9, 10 -> monday ? 2.2 : 1.5;
          case 12 -> 0.4;
          case 16, 17 -> 0.7;
          default -> 1;
        };
    var ofMonth = aroundMonthEnd(at.toLocalDate()) ? (topic.equals(MONTH_END) ? 5 : 1.5) : 1;
    return ofDay * ofHour * ofMonth;
  }

  /** The last two working days of a month and the first three of the next. */
  private boolean aroundMonthEnd(LocalDate day) {
    return workingDaysUntil(day, day.withDayOfMonth(day.lengthOfMonth())) <= 2
        || workingDaysUntil(day.withDayOfMonth(1), day) <= 3;
  }

  private long workingDaysUntil(LocalDate from, LocalDate last) {
    return from.datesUntil(last.plusDays(1)).filter(calendar::isWorkingDay).count();
  }
}
