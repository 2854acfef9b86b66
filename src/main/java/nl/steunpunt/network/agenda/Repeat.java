package nl.steunpunt.network.agenda;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule of repetition (RFC 5545, 3.3.10). It is asked of a day whether it falls on it, instead of
 * being followed from its beginning: what a rule says can make that long for ever, and a week has
 * seven days. What repeats within a day is not understood.
 *
 * @param count 0: no end by number
 * @param until as it is written; null: no such end
 * @param positions of the days of each week, month or year that fit; empty: all
 */
record Repeat(
    Each each,
    int interval,
    int count,
    @Nullable String until,
    Set<Integer> months,
    List<Integer> monthDays,
    List<Integer> yearDays,
    List<Integer> weeks,
    List<Nth> days,
    List<Integer> positions,
    DayOfWeek weekStart) {

  enum Each {
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY
  }

  /**
   * @param n the how manieth of the month or year, below 0 from its end; 0: each
   */
  record Nth(int n, DayOfWeek day) {}

  private static final Pattern NTH = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
  private static final List<String> WEEK = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  /** For those that count: further back than any calendar that is kept. */
  private static final int OLDEST_YEARS = 60;

  /** Empty: not understood. */
  static Optional<Repeat> of(String rule) {
    try {
      return Optional.of(read(parts(rule)));
    } catch (IllegalArgumentException notUnderstood) {
      return Optional.empty();
    }
  }

  private static Map<String, String> parts(String rule) {
    var parts = new HashMap<String, String>();
    for (var part : rule.toUpperCase(Locale.ROOT).split(";")) {
      var is = part.indexOf('=');
      if (is > 0) {
        parts.putIfAbsent(part.substring(0, is).strip(), part.substring(is + 1).strip());
      }
    }
    return parts;
  }

  private static Repeat read(Map<String, String> parts) {
    if (Stream.of("BYHOUR", "BYMINUTE", "BYSECOND").anyMatch(parts::containsKey)) {
      throw new IllegalArgumentException("within a day");
    }
    var each = Each.valueOf(parts.getOrDefault("FREQ", ""));
    var weekStart = parts.getOrDefault("WKST", "MO");
    return new Repeat(
        each,
        Math.max(1, Integer.parseInt(parts.getOrDefault("INTERVAL", "1"))),
        Math.max(0, Integer.parseInt(parts.getOrDefault("COUNT", "0"))),
        parts.get("UNTIL"),
        Set.copyOf(numbers(parts, "BYMONTH", 12)),
        numbers(parts, "BYMONTHDAY", 31),
        numbers(parts, "BYYEARDAY", 366),
        numbers(parts, "BYWEEKNO", 53),
        nths(parts.get("BYDAY")),
        numbers(parts, "BYSETPOS", 366),
        DayOfWeek.of(WEEK.indexOf(weekStart) + 1 == 0 ? 1 : WEEK.indexOf(weekStart) + 1));
  }

  private static List<Integer> numbers(Map<String, String> parts, String name, int most) {
    var text = parts.get(name);
    if (text == null) {
      return List.of();
    }
    var numbers =
        Stream.of(text.split(",")).map(one -> Integer.valueOf(one.strip())).distinct().toList();
    if (numbers.isEmpty() || numbers.stream().anyMatch(n -> n == 0 || Math.abs(n) > most)) {
      throw new IllegalArgumentException(name);
    }
    return numbers;
  }

  private static List<Nth> nths(@Nullable String text) {
    var nths = new ArrayList<Nth>();
    for (var one : text == null ? new String[0] : text.split(",")) {
      var form = NTH.matcher(one.strip());
      if (!form.matches()) {
        throw new IllegalArgumentException("BYDAY");
      }
      var n = form.group(1) == null ? 0 : Integer.parseInt(form.group(1));
      nths.add(new Nth(n, DayOfWeek.of(WEEK.indexOf(form.group(2)) + 1)));
    }
    return nths.stream().distinct().toList();
  }

  /**
   * The days from one to another, both included, on which it falls; by {@link #until} to the day,
   * and one more, since that may be said elsewhere on earth.
   *
   * @param start of the first time
   */
  List<LocalDate> within(LocalDate start, LocalDate first, LocalDate last, Work work)
      throws AgendaTrouble {
    if (count > 0 && start.isBefore(first.minusYears(OLDEST_YEARS))) {
      return List.of();
    }
    var found = new ArrayList<LocalDate>();
    var times = 0;
    var end = untilDay();
    var stop = end == null || end.isAfter(last) ? last : end;
    var from = count > 0 || first.isBefore(start) ? start : first;
    for (var day = from; !day.isAfter(stop); day = day.plusDays(1)) {
      if (falls(day, start, work)) {
        if (count > 0 && ++times > count) {
          break;
        }
        if (!day.isBefore(first)) {
          found.add(day);
        }
      }
    }
    return found;
  }

  private @Nullable LocalDate untilDay() {
    if (until == null || until.length() < 8) {
      return null;
    }
    try {
      return LocalDate.parse(until.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE).plusDays(1);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private boolean falls(LocalDate day, LocalDate start, Work work) throws AgendaTrouble {
    work.use();
    if (periodsBetween(start, day) % interval != 0 || !fits(day, start)) {
      return false;
    }
    if (positions.isEmpty() || each == Each.DAILY) {
      return true;
    }
    int before = 0;
    int all = 0;
    var last = lastOfPeriod(day);
    for (var other = firstOfPeriod(day); !other.isAfter(last); other = other.plusDays(1)) {
      work.use();
      if (fits(other, start)) {
        all++;
        before += other.isBefore(day) ? 1 : 0;
      }
    }
    return positions.contains(before + 1) || positions.contains(before - all);
  }

  private long periodsBetween(LocalDate start, LocalDate day) {
    return switch (each) {
      case DAILY -> ChronoUnit.DAYS.between(start, day);
      case WEEKLY -> ChronoUnit.WEEKS.between(weekOf(start), weekOf(day));
      case MONTHLY -> ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(day));
      case YEARLY -> day.getYear() - (long) start.getYear();
    };
  }

  private LocalDate weekOf(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(weekStart));
  }

  private LocalDate firstOfPeriod(LocalDate day) {
    return switch (each) {
      case DAILY -> day;
      case WEEKLY -> weekOf(day);
      case MONTHLY -> day.withDayOfMonth(1);
      case YEARLY -> day.withDayOfYear(1);
    };
  }

  private LocalDate lastOfPeriod(LocalDate day) {
    return switch (each) {
      case DAILY -> day;
      case WEEKLY -> weekOf(day).plusDays(6);
      case MONTHLY -> day.with(TemporalAdjusters.lastDayOfMonth());
      case YEARLY -> day.with(TemporalAdjusters.lastDayOfYear());
    };
  }

  private boolean fits(LocalDate day, LocalDate start) {
    if (!months.isEmpty() && !months.contains(day.getMonthValue())) {
      return false;
    }
    if (!isOneOf(monthDays, day.getDayOfMonth(), day.lengthOfMonth())
        || !isOneOf(yearDays, day.getDayOfYear(), day.lengthOfYear())
        || !isInWeeks(day)) {
      return false;
    }
    return days.isEmpty() ? asTheFirst(day, start) : days.stream().anyMatch(nth -> is(nth, day));
  }

  /** What the rule leaves open is as it was the first time. */
  private boolean asTheFirst(LocalDate day, LocalDate start) {
    if (each == Each.DAILY || !monthDays.isEmpty() || !yearDays.isEmpty()) {
      return true;
    }
    if (each == Each.WEEKLY || !weeks.isEmpty()) {
      return day.getDayOfWeek() == start.getDayOfWeek();
    }
    var sameMonth = each == Each.MONTHLY || !months.isEmpty() || day.getMonth() == start.getMonth();
    return sameMonth && day.getDayOfMonth() == start.getDayOfMonth();
  }

  private boolean is(Nth nth, LocalDate day) {
    if (nth.day != day.getDayOfWeek()) {
      return false;
    }
    var counts = nth.n != 0 && weeks.isEmpty() && (each == Each.MONTHLY || each == Each.YEARLY);
    if (!counts) {
      return true;
    }
    var ofYear = each == Each.YEARLY && months.isEmpty();
    var at = ofYear ? day.getDayOfYear() : day.getDayOfMonth();
    var length = ofYear ? day.lengthOfYear() : day.lengthOfMonth();
    return nth.n > 0 ? (at - 1) / 7 + 1 == nth.n : (length - at) / 7 + 1 == -nth.n;
  }

  private boolean isInWeeks(LocalDate day) {
    if (weeks.isEmpty() || each != Each.YEARLY) {
      return true;
    }
    var week = WeekFields.of(weekStart, 4).weekOfWeekBasedYear();
    return isOneOf(weeks, day.get(week), (int) day.range(week).getMaximum());
  }

  private static boolean isOneOf(List<Integer> some, int at, int length) {
    return some.isEmpty() || some.contains(at) || some.contains(at - length - 1);
  }
}
