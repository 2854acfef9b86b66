package nl.steunpunt.platform.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When the organisation works, as its administrator sets it: hours per weekday (a day without hours
 * is closed), its own closing days with their names, and which public holidays count.
 *
 * @param worksOnHolidays no public holiday is a day off, whatever the other two say
 */
public record CalendarSettings(
    Map<DayOfWeek, Hours> week,
    Map<LocalDate, String> closingDays,
    boolean worksOnHolidays,
    LiberationDay liberationDay,
    boolean goodFriday,
    ZoneId zone) {

  /** From opening to closing; midnight as {@code until} is the end of that day. */
  public record Hours(LocalTime from, LocalTime until) {
    public Hours {
      if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
        throw new IllegalArgumentException("Opens at " + from + " but closes at " + until);
      }
    }
  }

  public enum LiberationDay {
    EVERY_YEAR,
    EVERY_FIVE_YEARS,
    NEVER
  }

  public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  public static final CalendarSettings USUAL =
      new CalendarSettings(
          weekdays(LocalTime.of(8, 30), LocalTime.of(17, 0)),
          Map.of(),
          false,
          LiberationDay.EVERY_FIVE_YEARS,
          false,
          AMSTERDAM);

  public CalendarSettings(
      Map<DayOfWeek, Hours> week,
      @Nullable Map<LocalDate, String> closingDays,
      boolean worksOnHolidays,
      @Nullable LiberationDay liberationDay,
      boolean goodFriday,
      @Nullable ZoneId zone) {
    if (week.isEmpty()) {
      throw new IllegalArgumentException("A week without working hours: no moment would ever come");
    }
    this.week = Map.copyOf(week);
    this.closingDays = closingDays == null ? Map.of() : Map.copyOf(closingDays);
    this.worksOnHolidays = worksOnHolidays;
    this.liberationDay = liberationDay == null ? LiberationDay.EVERY_FIVE_YEARS : liberationDay;
    this.goodFriday = goodFriday;
    this.zone = zone == null ? AMSTERDAM : zone;
  }

  public static Map<DayOfWeek, Hours> weekdays(LocalTime from, LocalTime until) {
    var week = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
    EnumSet.range(MONDAY, FRIDAY).forEach(day -> week.put(day, new Hours(from, until)));
    return week;
  }

  /** Is this holiday a day off here? */
  boolean gives(PublicHoliday holiday, int year) {
    if (worksOnHolidays) {
      return false;
    }
    return switch (holiday) {
      case GOOD_FRIDAY -> goodFriday;
      case LIBERATION_DAY ->
          switch (liberationDay) {
            case EVERY_YEAR -> true;
            case EVERY_FIVE_YEARS -> year % 5 == 0;
            case NEVER -> false;
          };
      default -> true;
    };
  }
}
