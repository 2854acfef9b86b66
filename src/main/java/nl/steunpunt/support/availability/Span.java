package nl.steunpunt.support.availability;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import nl.steunpunt.platform.time.WorkingCalendar;

/** The absences that are planned most, in one tap. */
public enum Span {
  REST_OF_TODAY,
  /** The next working day, the whole of it. */
  TOMORROW,
  REST_OF_WEEK;

  record Time(Instant from, Instant until) {}

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Time at(Instant now, WorkingCalendar calendar) {
    var today = LocalDate.ofInstant(now, calendar.zone());
    return switch (this) {
      case REST_OF_TODAY -> new Time(now, startOf(today.plusDays(1), calendar));
      case TOMORROW -> {
        var next =
            LocalDate.ofInstant(
                calendar.nextWorkingMoment(startOf(today.plusDays(1), calendar)), calendar.zone());
        yield new Time(startOf(next, calendar), startOf(next.plusDays(1), calendar));
      }
      case REST_OF_WEEK ->
          new Time(now, startOf(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), calendar));
    };
  }

  private static Instant startOf(LocalDate day, WorkingCalendar calendar) {
    return day.atStartOfDay(calendar.zone()).toInstant();
  }
}
