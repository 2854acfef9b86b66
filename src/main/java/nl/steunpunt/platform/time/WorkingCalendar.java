package nl.steunpunt.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The organisation's working time: what "thirty working minutes" comes to on a Friday afternoon
 * before Whitsun. Immutable and safe to share; it walks by days, so a year costs some microseconds.
 *
 * <p>A working day is half open: at the minute of closing nobody works, and a step that falls due
 * then falls due at the next opening.
 */
public final class WorkingCalendar {

  private record Span(Instant opens, Instant closes) {}

  private static final int DAY = 24 * 60;
  private static final Duration NONE = Duration.ZERO;

  private final CalendarSettings settings;
  private final ZoneId zone;
  private final Map<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

  public WorkingCalendar(CalendarSettings settings) {
    this.settings = settings;
    this.zone = settings.zone();
  }

  public ZoneId zone() {
    return zone;
  }

  public boolean isWorking(Instant at) {
    var span = span(dayOf(at));
    return !at.isBefore(span.opens) && at.isBefore(span.closes);
  }

  public boolean isWorkingDay(LocalDate day) {
    return settings.week().containsKey(day.getDayOfWeek())
        && !settings.closingDays().containsKey(day)
        && !holidaysIn(day.getYear()).contains(day);
  }

  /**
   * A day of the week's working days on which nobody works.
   *
   * @param name of a closing day of the organisation's own; else it is the holiday
   */
  public record ClosedDay(LocalDate day, @Nullable PublicHoliday holiday, @Nullable String name) {}

  /** From the first day to the last, both included; free days of the week are not in it. */
  public List<ClosedDay> closedDays(LocalDate first, LocalDate last) {
    return first
        .datesUntil(last.plusDays(1))
        .filter(day -> settings.week().containsKey(day.getDayOfWeek()) && !isWorkingDay(day))
        .map(day -> {
          var holiday = PublicHoliday.on(day).filter(it -> settings.gives(it, day.getYear()));
          return new ClosedDay(day, holiday.orElse(null), settings.closingDays().get(day));
        })
        .toList();
  }

  /** Of a week without a holiday or closing day. From midnight to midnight is a whole day. */
  public long usualMinutesOfAWeek() {
    return settings.week().values().stream()
        .mapToLong(hours -> Duration.between(hours.from(), hours.until()).toMinutes())
        .map(minutes -> Math.floorMod(minutes - 1, DAY) + 1)
        .sum();
  }

  /** This moment if it is working time, else the next opening. */
  public Instant nextWorkingMoment(Instant from) {
    return plusWorking(from, NONE);
  }

  public Instant plusWorkingMinutes(Instant from, long minutes) {
    if (minutes < 0) {
      throw new IllegalArgumentException("Working minutes to add: " + minutes);
    }
    return plusWorking(from, Duration.ofMinutes(minutes));
  }

  /**
   * The same time of day so many working days later; the first opening after it where that day
   * closes earlier. From outside working time it counts from the next opening.
   */
  public Instant plusWorkingDays(Instant from, int days) {
    var start = nextWorkingMoment(from).atZone(zone);
    var day = start.toLocalDate();
    for (int left = days; left > 0; left--) {
      do {
        day = day.plusDays(1);
      } while (!isWorkingDay(day));
    }
    return nextWorkingMoment(ZonedDateTime.of(day, start.toLocalTime(), zone).toInstant());
  }

  /** When work ends on this day; empty: it is over, or nobody works. */
  public Optional<Instant> closing(Instant at) {
    return Optional.of(span(dayOf(at)).closes).filter(closes -> closes.isAfter(at));
  }

  /** Whole working minutes from one moment to another; negative when the other is earlier. */
  public long workingMinutesBetween(Instant from, Instant until) {
    if (until.isBefore(from)) {
      return -workingMinutesBetween(until, from);
    }
    var worked = NONE;
    var last = dayOf(until);
    for (var day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
      var span = span(day);
      worked = worked.plus(overlap(later(span.opens, from), earlier(span.closes, until)));
    }
    return worked.toMinutes();
  }

  private Instant plusWorking(Instant from, Duration work) {
    var left = work;
    for (var day = dayOf(from); ; day = day.plusDays(1)) {
      var span = span(day);
      var start = later(span.opens, from);
      var here = overlap(start, span.closes);
      if (left.compareTo(here) < 0) {
        return start.plus(left);
      }
      left = left.minus(here);
    }
  }

  private LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private Span span(LocalDate day) {
    var hours = settings.week().get(day.getDayOfWeek());
    if (hours == null || !isWorkingDay(day)) {
      var midnight = day.atStartOfDay(zone).toInstant();
      return new Span(midnight, midnight);
    }
    var closing = hours.until().equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
    return new Span(at(day.atTime(hours.from())), at(closing.atTime(hours.until())));
  }

  /** A wall time that the change to summer time skips is the moment of that change. */
  private Instant at(LocalDateTime wall) {
    var change = zone.getRules().getTransition(wall);
    return change != null && change.isGap() ? change.getInstant() : wall.atZone(zone).toInstant();
  }

  private Set<LocalDate> holidaysIn(int year) {
    return holidays.computeIfAbsent(
        year,
        y ->
            Stream.of(PublicHoliday.values())
                .filter(holiday -> settings.gives(holiday, y))
                .map(holiday -> holiday.in(y))
                .collect(Collectors.toUnmodifiableSet()));
  }

  private static Duration overlap(Instant from, Instant until) {
    return from.isBefore(until) ? Duration.between(from, until) : NONE;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
