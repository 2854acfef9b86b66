package nl.steunpunt.network.whohelps;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.network.whohelps.Availability.Span;
import nl.steunpunt.platform.i18n.Moments;
import nl.steunpunt.platform.time.WorkingCalendar;

/**
 * A time of each week in which somebody can be found at their desk, by the organisation's wall
 * clock; {@code until} not included.
 *
 * @param weekday 1 for Monday
 */
public record DeskHours(int weekday, LocalTime from, LocalTime until) {

  /** None on a holiday; who sits there on a Saturday does so though the organisation is closed. */
  public static List<Span> on(LocalDate day, List<DeskHours> hours, WorkingCalendar calendar) {
    if (!calendar.closedDays(day, day).isEmpty()) {
      return List.of();
    }
    return hours.stream()
        .filter(one -> one.weekday == day.getDayOfWeek().getValue())
        .map(one ->
            new Span(
                day.atTime(one.from).atZone(calendar.zone()).toInstant(),
                day.atTime(one.until).atZone(calendar.zone()).toInstant()))
        .toList();
  }

  /** "ma, wo 9.00–12.00", a line for each time of day, in the order of the week. */
  public static List<String> lines(List<DeskHours> hours, Locale locale) {
    var days = new LinkedHashMap<String, List<String>>();
    for (var one : hours) {
      days.computeIfAbsent(one.time(locale), _ -> new ArrayList<>()).add(one.day(locale));
    }
    return days.entrySet().stream()
        .map(line -> String.join(", ", line.getValue()) + " " + line.getKey())
        .toList();
  }

  public String day(Locale locale) {
    return DayOfWeek.of(weekday).getDisplayName(TextStyle.SHORT_STANDALONE, locale);
  }

  public String time(Locale locale) {
    return Moments.clock(from, locale) + "–" + Moments.clock(until, locale);
  }
}
