package nl.steunpunt.network.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.steunpunt.network.whohelps.Availability.Span;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a calendar once or repeatedly (VEVENT), as far as it says when and whether busy.
 */
final class Meeting {
  /** One that repeats lasts no longer; the rest is cut off. */
  private static final Duration LONGEST = Duration.ofDays(31);

  private final Zones zones;
  private final Moment.Offsets home;
  private final List<Repeat> rules = new ArrayList<>();
  private final List<Property> dates = new ArrayList<>();
  private final List<Moment> except = new ArrayList<>();
  private String uid = "";
  private @Nullable Moment start;
  private @Nullable Moment end;
  private @Nullable Duration length;
  private @Nullable Moment insteadOf;
  private boolean cancelled;
  private boolean free;
  private boolean unread;

  Meeting(Zones zones, Moment.Offsets home) {
    this.zones = zones;
    this.home = home;
  }

  void take(Property property) {
    switch (property.name()) {
      case "UID" -> uid = property.value();
      case "DTSTART" -> start = moment(property, property.value());
      case "DTEND" -> end = moment(property, property.value());
      case "DURATION" -> length = Moment.length(property.value()).orElse(null);
      case "RRULE" -> Repeat.of(property.value()).ifPresentOrElse(rules::add, () -> unread = true);
      case "RDATE" -> dates.add(property);
      case "EXDATE" -> {
        for (var one : property.value().split(",")) {
          var moment = moment(property, one);
          if (moment != null) {
            except.add(moment);
          }
        }
      }
      case "EXRULE" -> unread = true;
      case "RECURRENCE-ID" -> insteadOf = moment(property, property.value());
      case "STATUS" -> {
        cancelled |= property.is("CANCELLED");
        free |= property.is("TENTATIVE");
      }
      case "TRANSP" -> free |= property.is("TRANSPARENT");
      case "X-MICROSOFT-CDO-BUSYSTATUS" -> free |= !property.is("BUSY") && !property.is("OOF");
      default -> {}
    }
  }

  private @Nullable Moment moment(Property property, String text) {
    return Moment.of(text, zones.of(property.parameter("TZID")), home).orElse(null);
  }

  String uid() {
    return uid;
  }

  /** Which time of one that repeats it is instead of; null: of none. */
  @Nullable Moment insteadOf() {
    return insteadOf;
  }

  /** Invited and not sure, not there at all, or there and free all the same. */
  boolean isFree() {
    return cancelled || free;
  }

  boolean repeats() {
    return insteadOf == null && (!rules.isEmpty() || !dates.isEmpty());
  }

  /** Something of it was not understood. */
  boolean isUnread() {
    return unread || start == null;
  }

  /** The one time. */
  @Nullable Span once() {
    return start == null ? null : at(start);
  }

  /**
   * Each time between two moments.
   *
   * @param others the times that stand elsewhere
   */
  List<Span> between(Instant from, Instant until, List<Moment> others, Work work)
      throws AgendaTrouble {
    if (start == null) {
      return List.of();
    }
    var excepted = new Excepted(except, others);
    var spans = new ArrayList<Span>();
    // The zones of the earth are a day apart.
    var first = day(from).minusDays(lasts().toDays() + 2);
    var last = day(until).plusDays(2);
    for (var rule : rules) {
      var stop =
          rule.until() == null ? null : Moment.of(rule.until(), start.offsets(), home).orElse(null);
      for (var day : rule.within(start.day(), first, last, work)) {
        var time = start.on(day);
        if (!isPast(time, stop) && !excepted.has(time)) {
          spans.add(at(time));
        }
      }
    }
    if (!dates.isEmpty() && rules.isEmpty() && !excepted.has(start)) {
      spans.add(at(start));
    }
    for (var property : dates) {
      for (var one : property.value().split(",")) {
        work.use();
        var period = one.split("/", 2);
        var time = moment(property, period[0]);
        if (time != null && !excepted.has(time)) {
          spans.add(period.length == 1 ? at(time) : period(time, period[1], property));
        }
      }
    }
    return spans;
  }

  private Span period(Moment from, String to, Property property) {
    var until = moment(property, to);
    var end =
        until == null
            ? from.instant().plus(Moment.length(to).orElse(Duration.ZERO))
            : until.instant();
    return new Span(from.instant(), end);
  }

  private static boolean isPast(Moment time, @Nullable Moment stop) {
    if (stop == null) {
      return false;
    }
    return stop.isDay() ? time.day().isAfter(stop.day()) : time.instant().isAfter(stop.instant());
  }

  private Span at(Moment time) {
    if (time.isDay()) {
      var days = Math.max(1, lasts().toDays());
      return new Span(time.instant(), time.on(time.day().plusDays(days)).instant());
    }
    return new Span(time.instant(), time.instant().plus(lasts()));
  }

  private Duration lasts() {
    var whole = whole();
    return repeats() && whole.compareTo(LONGEST) > 0 ? LONGEST : whole;
  }

  private Duration whole() {
    var begin = java.util.Objects.requireNonNull(start);
    if (end != null) {
      var between =
          begin.isDay()
              ? Duration.ofDays(ChronoUnit.DAYS.between(begin.day(), end.day()))
              : Duration.between(begin.instant(), end.instant());
      return between.isNegative() ? Duration.ZERO : between;
    }
    if (length != null) {
      return length;
    }
    return begin.isDay() ? Duration.ofDays(1) : Duration.ZERO;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, java.time.ZoneOffset.UTC);
  }

  /** Said as a day, it is that day's, at whatever time. */
  private static final class Excepted {
    private final Set<Instant> moments = new HashSet<>();
    private final Set<LocalDate> days = new HashSet<>();

    Excepted(List<Moment> except, List<Moment> others) {
      java.util.stream.Stream.concat(except.stream(), others.stream())
          .forEach(one -> {
            if (one.isDay()) {
              days.add(one.day());
            } else {
              moments.add(one.instant());
            }
          });
    }

    boolean has(Moment time) {
      return days.contains(time.day()) || moments.contains(time.instant());
    }
  }
}
