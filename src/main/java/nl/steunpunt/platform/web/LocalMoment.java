package nl.steunpunt.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import nl.steunpunt.platform.time.OrganisationClock;

/** What forms send of a date, a time or both, read as the organisation's wall clock. */
public final class LocalMoment {
  /** What lies outside is a slip of the pen, and further away than the database can count. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 9999;

  private LocalMoment() {}

  public static boolean isInOurTime(int year) {
    return FIRST_YEAR <= year && year <= LAST_YEAR;
  }

  /** "2026-11-24T10:40"; empty when it is no such thing. */
  public static Optional<Instant> read(String typed) {
    try {
      return Optional.of(LocalDateTime.parse(typed))
          .filter(wall -> isInOurTime(wall.getYear()))
          .map(LocalMoment::of);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** "2026-11-24"; empty when it is no such thing. */
  public static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed)).filter(day -> isInOurTime(day.getYear()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** "10:40"; empty when it is no such thing. */
  public static Optional<LocalTime> time(String typed) {
    try {
      return Optional.of(LocalTime.parse(typed));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  public static Instant of(LocalDateTime wall) {
    return wall.atZone(OrganisationClock.ZONE).toInstant();
  }
}
