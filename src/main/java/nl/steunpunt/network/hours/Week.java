package nl.steunpunt.network.hours;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.steunpunt.platform.time.OrganisationClock;

/** A week of ISO 8601, from Monday to Sunday; the first of a year is the one with 4 January. */
public record Week(LocalDate monday) {
  private static final Pattern WORD = Pattern.compile("(\\d{4})-W(\\d{2})");
  private static final int DAYS = 7;

  public Week {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("A week begins on Monday, not on " + monday);
    }
  }

  public static Week of(LocalDate day) {
    return new Week(day.with(DayOfWeek.MONDAY));
  }

  /** In the organisation's own time. */
  public static Week at(Instant moment) {
    return of(LocalDate.ofInstant(moment, OrganisationClock.ZONE));
  }

  /** "2026-W53"; empty when there is no such week. */
  public static Optional<Week> parse(String word) {
    var parts = WORD.matcher(word);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      var year = LocalDate.of(Integer.parseInt(parts.group(1)), 1, 4);
      var week = of(year.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(parts.group(2))));
      // Week 53 of a year that has 52 would be found as the first of the next.
      return Optional.of(week).filter(found -> found.word().equals(word));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  public String word() {
    return String.format("%04d-W%02d", monday.get(IsoFields.WEEK_BASED_YEAR), number());
  }

  public int number() {
    return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  public Week plus(int weeks) {
    return new Week(monday.plusWeeks(weeks));
  }

  public LocalDate sunday() {
    return monday.plusDays(DAYS - 1);
  }

  public List<LocalDate> days() {
    return monday.datesUntil(monday.plusDays(DAYS)).toList();
  }

  public boolean isAfter(Week other) {
    return monday.isAfter(other.monday);
  }

  /** A day of 23 or 25 hours is a day: it begins when the wall clock says so. */
  Instant begins() {
    return monday.atStartOfDay(OrganisationClock.ZONE).toInstant();
  }

  Instant ends() {
    return plus(1).begins();
  }
}
