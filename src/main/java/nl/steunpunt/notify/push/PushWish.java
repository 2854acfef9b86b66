package nl.steunpunt.notify.push;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.platform.time.WorkingCalendar;

/**
 * How somebody wants to be told on a screen that others may see, at hours that are their own.
 *
 * @param shown whether it says what the news is
 * @param weekdays of their own hours: 1 is Monday
 * @param from of their own hours, by the organisation's wall clock
 */
public record PushWish(
    boolean shown, Hours hours, List<Integer> weekdays, LocalTime from, LocalTime until) {

  public enum Hours {
    /** When the organisation works. */
    WORK,
    ALWAYS,
    OWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final PushWish USUAL =
      new PushWish(
          false, Hours.WORK, List.of(1, 2, 3, 4, 5), LocalTime.of(7, 0), LocalTime.of(19, 0));

  private static final int WEEK = 7;

  /** This moment if they may be told now, else the first at which they may. */
  Instant next(Instant from, WorkingCalendar calendar) {
    return switch (hours) {
      case ALWAYS -> from;
      case WORK -> calendar.nextWorkingMoment(from);
      case OWN -> nextOwn(from, calendar);
    };
  }

  /**
   * Until when they may be told, who may be told now: what arrives later would come in their quiet
   * hours.
   */
  Instant end(Instant now, WorkingCalendar calendar) {
    return switch (hours) {
      case ALWAYS -> Instant.MAX;
      case WORK -> calendar.closing(now).orElse(now);
      case OWN -> at(now.atZone(calendar.zone()).toLocalDate(), until, calendar);
    };
  }

  private Instant nextOwn(Instant from, WorkingCalendar calendar) {
    var day = from.atZone(calendar.zone()).toLocalDate();
    for (int ahead = 0; ahead <= WEEK; ahead++, day = day.plusDays(1)) {
      if (weekdays.contains(day.getDayOfWeek().getValue())) {
        var begins = at(day, this.from, calendar);
        if (from.isBefore(begins)) {
          return begins;
        }
        if (from.isBefore(at(day, until, calendar))) {
          return from;
        }
      }
    }
    throw new IllegalStateException("no day of the week: " + weekdays);
  }

  private static Instant at(LocalDate day, LocalTime time, WorkingCalendar calendar) {
    return ZonedDateTime.of(day, time, calendar.zone()).toInstant();
  }
}
