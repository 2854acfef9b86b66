package nl.steunpunt.people.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.platform.time.CalendarSettings;
import nl.steunpunt.platform.time.CalendarSettings.Hours;
import nl.steunpunt.platform.time.CalendarSettings.LiberationDay;
import nl.steunpunt.platform.web.FieldError;

/**
 * The calendar as typed.
 *
 * @param week each day's row, Monday first
 */
public record CalendarForm(
    List<Day> week, boolean holidays, LiberationDay liberationDay, boolean goodFriday) {

  /** Opening and closing as typed: "08:30"; midnight as closing is the end of the day. */
  public record Day(DayOfWeek day, boolean open, String from, String until) {

    public String word() {
      return day.name().toLowerCase(Locale.ROOT);
    }

    Optional<Hours> hours() {
      try {
        return Optional.of(new Hours(LocalTime.parse(from), LocalTime.parse(until)));
      } catch (DateTimeParseException noTime) {
        return Optional.empty();
      } catch (IllegalArgumentException closesBeforeItOpens) {
        return Optional.empty();
      }
    }
  }

  private static final String USUAL_FROM = "08:30";
  private static final String USUAL_UNTIL = "17:00";

  static CalendarForm of(CalendarSettings settings) {
    var week = new ArrayList<Day>();
    for (var day : DayOfWeek.values()) {
      var hours = settings.week().get(day);
      week.add(
          hours == null
              ? new Day(day, false, USUAL_FROM, USUAL_UNTIL)
              : new Day(day, true, hours.from().toString(), hours.until().toString()));
    }
    return new CalendarForm(
        week, !settings.worksOnHolidays(), settings.liberationDay(), settings.goodFriday());
  }

  /**
   * @param typed the form's fields: {@code monday}, {@code monday-from}, {@code monday-until} ...
   */
  static CalendarForm typed(Map<String, String> typed) {
    var week = new ArrayList<Day>();
    for (var day : DayOfWeek.values()) {
      var word = day.name().toLowerCase(Locale.ROOT);
      week.add(
          new Day(
              day,
              typed.containsKey(word),
              typed.getOrDefault(word + "-from", "").strip(),
              typed.getOrDefault(word + "-until", "").strip()));
    }
    return new CalendarForm(
        week,
        typed.containsKey("holidays"),
        liberation(typed.getOrDefault("liberation", "")),
        typed.containsKey("goodFriday"));
  }

  private static LiberationDay liberation(String word) {
    for (var choice : LiberationDay.values()) {
      if (choice.name().equals(word)) {
        return choice;
      }
    }
    return LiberationDay.EVERY_FIVE_YEARS;
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    if (week.stream().noneMatch(Day::open)) {
      errors.add(FieldError.of("monday", "calendar.never_open"));
    }
    week.stream()
        .filter(day -> day.open && day.hours().isEmpty())
        .forEach(day -> errors.add(FieldError.of(day.word() + "-from", "calendar.hours_wrong")));
    return errors;
  }

  CalendarSettings applied(CalendarSettings now) {
    var hours = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
    week.stream().filter(Day::open).forEach(day -> hours.put(day.day, day.hours().orElseThrow()));
    return new CalendarSettings(
        hours, now.closingDays(), !holidays, liberationDay, goodFriday, now.zone());
  }
}
