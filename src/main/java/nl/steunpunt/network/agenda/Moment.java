package nl.steunpunt.network.agenda;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A moment as a calendar writes it: a time on the wall somewhere.
 *
 * @param isDay a day as a whole, which begins at midnight wherever one is
 */
record Moment(LocalDateTime wall, Offsets offsets, boolean isDay) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)(\\d\\d)?(Z)?)?");
  private static final Pattern LENGTH =
      Pattern.compile(
          "([+-])?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,7})S)?)?");
  // Windows describes its zones from 1601.
  private static final int EARLIEST = 1600;
  private static final int LATEST = 2200;

  /**
   * How far the wall clock is ahead of UTC; in the hour that comes twice the first, as summer time.
   */
  interface Offsets {
    ZoneOffset at(LocalDateTime wall);

    static Offsets of(ZoneId zone) {
      return zone.getRules()::getOffset;
    }
  }

  /**
   * @param here of what has no zone of its own
   * @param home where a day begins
   */
  static Optional<Moment> of(String text, Offsets here, Offsets home) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      var day = LocalDate.of(number(form.group(1)), number(form.group(2)), number(form.group(3)));
      if (day.getYear() < EARLIEST || day.getYear() > LATEST) {
        return Optional.empty();
      }
      if (form.group(4) == null) {
        return Optional.of(new Moment(day.atStartOfDay(), home, true));
      }
      var second = form.group(6) == null ? 0 : Math.min(59, number(form.group(6)));
      var wall = day.atTime(number(form.group(4)), number(form.group(5)), second);
      return Optional.of(
          new Moment(wall, form.group(7) == null ? here : _ -> ZoneOffset.UTC, false));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** Of a DURATION; below nothing is nothing. */
  static Optional<Duration> length(String text) {
    var form = LENGTH.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    var length =
        Duration.ofDays(7L * number(form.group(2)) + number(form.group(3)))
            .plusHours(number(form.group(4)))
            .plusMinutes(number(form.group(5)))
            .plusSeconds(number(form.group(6)));
    return Optional.of("-".equals(form.group(1)) ? Duration.ZERO : length);
  }

  private static int number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  Instant instant() {
    return wall.toInstant(offsets.at(wall));
  }

  LocalDate day() {
    return wall.toLocalDate();
  }

  /** At the same time on that day. */
  Moment on(LocalDate day) {
    return new Moment(day.atTime(wall.toLocalTime()), offsets, isDay);
  }
}
