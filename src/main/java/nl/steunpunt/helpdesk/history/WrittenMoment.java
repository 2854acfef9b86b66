package nl.steunpunt.helpdesk.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a moment as helpdesk systems write it: "29-02-2016 01:16", "2016-02-29T01:16:00Z",
 * "2/29/2016 1:16 AM", "29 feb 2016", "20160229 0116". A year comes first or last; which of the
 * other two is the day is told by the month, when that is a word or above twelve, else by the
 * order. Without a zone it is the organisation's.
 */
final class WrittenMoment {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,4}|\\p{L}{3,9})[-/. ]{1,2}(\\d{1,2}|\\p{L}{3,9})[.,]?[-/. ]{1,2}(\\d{2,4})(?:[T"
              + " ,]{1,2}(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,9})?)?"
              + " ?([AaPp]\\.?[Mm]\\.?)? ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?(?: uur)?");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[T ]?(\\d{2}):?(\\d{2})(?::?(\\d{2}))?)?(Z)?");
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("mrt", 3),
          Map.entry("maa", 3),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("mei", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("oct", 10),
          Map.entry("okt", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12));

  /** What the numbers say of their order. */
  enum Tells {
    NO_MOMENT,
    NOTHING,
    DAY_FIRST,
    MONTH_FIRST
  }

  private WrittenMoment() {}

  /** Null: it is none. */
  static @Nullable Instant read(String text, DateOrder order, ZoneId zone) {
    try {
      var form = FORM.matcher(text);
      if (form.matches()) {
        var date = date(form.group(1), form.group(2), form.group(3), order);
        return date == null ? null : at(date, form, zone);
      }
      var compact = COMPACT.matcher(text);
      return compact.matches() ? compact(compact, zone) : null;
    } catch (DateTimeException | NumberFormatException noSuchDay) {
      return null;
    }
  }

  private static Instant compact(Matcher form, ZoneId zone) {
    var date = LocalDate.of(number(form.group(1)), number(form.group(2)), number(form.group(3)));
    var time =
        form.group(4) == null
            ? LocalTime.MIDNIGHT
            : LocalTime.of(
                number(form.group(4)),
                number(form.group(5)),
                form.group(6) == null ? 0 : number(form.group(6)));
    return date.atTime(time).atZone(form.group(7) == null ? zone : ZoneOffset.UTC).toInstant();
  }

  private static @Nullable LocalDate date(String a, String b, String c, DateOrder order) {
    if (a.length() == 4 && Character.isDigit(a.charAt(0))) {
      if (a.charAt(0) == '0') {
        return null;
      }
      return LocalDate.of(number(a), month(b), number(c));
    }
    int year = c.length() == 4 ? number(c) : 2000 + number(c);
    if (!Character.isDigit(a.charAt(0))) {
      return LocalDate.of(year, month(a), number(b));
    }
    if (!Character.isDigit(b.charAt(0))) {
      return LocalDate.of(year, month(b), number(a));
    }
    if (a.length() > 2 || c.length() == 3) {
      return null;
    }
    return order == DateOrder.DAY_FIRST
        ? LocalDate.of(year, number(b), number(a))
        : LocalDate.of(year, number(a), number(b));
  }

  private static Instant at(LocalDate date, Matcher form, ZoneId zone) {
    if (form.group(4) == null) {
      return date.atStartOfDay(zone).toInstant();
    }
    int hour = number(form.group(4));
    if (form.group(7) != null) {
      hour = hour % 12 + (Character.toLowerCase(form.group(7).charAt(0)) == 'p' ? 12 : 0);
    }
    int second = form.group(6) == null ? 0 : number(form.group(6));
    var wall = LocalDateTime.of(date, LocalTime.of(hour, number(form.group(5)), second));
    return wall.atZone(zone(form.group(8), zone)).toInstant();
  }

  private static ZoneId zone(@Nullable String written, ZoneId usual) {
    if (written == null) {
      return usual;
    }
    return Character.isLetter(written.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(colon(written));
  }

  private static String colon(String offset) {
    return offset.contains(":") ? offset : offset.substring(0, 3) + ":" + offset.substring(3);
  }

  private static int month(String written) {
    if (Character.isDigit(written.charAt(0))) {
      return number(written);
    }
    var known = MONTHS.get(written.substring(0, 3).toLowerCase(Locale.ROOT));
    if (known == null) {
      throw new DateTimeException("no month");
    }
    return known;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  static Tells tells(String text, ZoneId zone) {
    boolean day = read(text, DateOrder.DAY_FIRST, zone) != null;
    boolean month = read(text, DateOrder.MONTH_FIRST, zone) != null;
    if (day && month) {
      return Tells.NOTHING;
    }
    return day ? Tells.DAY_FIRST : month ? Tells.MONTH_FIRST : Tells.NO_MOMENT;
  }
}
