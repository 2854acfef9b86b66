package nl.steunpunt.support.question;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.platform.time.WorkingCalendar;

/** How long a power user puts a question aside. Always ends in working time. */
public enum Snooze {
  AN_HOUR,
  AFTER_LUNCH,
  TOMORROW,
  NEXT_WEEK;

  /** A choice with the moment it comes to. */
  public record Choice(Snooze snooze, Instant until) {}

  private static final LocalTime LUNCH_ENDS = LocalTime.of(13, 0);

  /**
   * Each moment once, by the name that is true: late on a Friday an hour and tomorrow come to
   * Monday.
   */
  static List<Choice> choices(Instant now, WorkingCalendar calendar) {
    var choices = new ArrayList<Choice>();
    for (var snooze : values()) {
      var until = snooze.until(now, calendar);
      choices.removeIf(choice -> !choice.until.isBefore(until));
      choices.add(new Choice(snooze, until));
    }
    return List.copyOf(choices);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Instant until(Instant now, WorkingCalendar calendar) {
    var local = now.atZone(calendar.zone());
    var midnight = local.toLocalDate().plusDays(1).atStartOfDay(calendar.zone());
    return switch (this) {
      case AN_HOUR -> calendar.nextWorkingMoment(now.plus(Duration.ofHours(1)));
      case AFTER_LUNCH ->
          local.toLocalTime().isBefore(LUNCH_ENDS)
              ? calendar.nextWorkingMoment(local.with(LUNCH_ENDS).toInstant())
              : calendar.nextWorkingMoment(midnight.toInstant());
      case TOMORROW -> calendar.nextWorkingMoment(midnight.toInstant());
      case NEXT_WEEK ->
          calendar.nextWorkingMoment(
              midnight.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)).toInstant());
    };
  }
}
