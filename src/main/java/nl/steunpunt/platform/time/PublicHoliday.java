package nl.steunpunt.platform.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * A Dutch public holiday. The days that follow Easter are counted from Easter Sunday; King's Day
 * (since 2014) moves to Saturday when it would be a Sunday.
 */
public enum PublicHoliday {
  NEW_YEAR,
  GOOD_FRIDAY,
  EASTER_SUNDAY,
  EASTER_MONDAY,
  KINGS_DAY,
  LIBERATION_DAY,
  ASCENSION,
  WHIT_SUNDAY,
  WHIT_MONDAY,
  CHRISTMAS,
  SECOND_CHRISTMAS_DAY;

  public LocalDate in(int year) {
    return switch (this) {
      case NEW_YEAR -> LocalDate.of(year, Month.JANUARY, 1);
      case GOOD_FRIDAY -> easter(year).minusDays(2);
      case EASTER_SUNDAY -> easter(year);
      case EASTER_MONDAY -> easter(year).plusDays(1);
      case KINGS_DAY -> {
        var birthday = LocalDate.of(year, Month.APRIL, 27);
        yield birthday.getDayOfWeek() == DayOfWeek.SUNDAY ? birthday.minusDays(1) : birthday;
      }
      case LIBERATION_DAY -> LocalDate.of(year, Month.MAY, 5);
      case ASCENSION -> easter(year).plusDays(39);
      case WHIT_SUNDAY -> easter(year).plusDays(49);
      case WHIT_MONDAY -> easter(year).plusDays(50);
      case CHRISTMAS -> LocalDate.of(year, Month.DECEMBER, 25);
      case SECOND_CHRISTMAS_DAY -> LocalDate.of(year, Month.DECEMBER, 26);
    };
  }

  /** Two may fall on one day (Ascension on 5 May, as in 2016); the first of the list names it. */
  public static Optional<PublicHoliday> on(LocalDate day) {
    for (var holiday : values()) {
      if (holiday.in(day.getYear()).equals(day)) {
        return Optional.of(holiday);
      }
    }
    return Optional.empty();
  }

  /**
   * Gregorian Easter by the Meeus/Jones/Butcher algorithm (Meeus, Astronomical Algorithms, 1991).
   */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int g = (8 * b + 13) / 25;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
