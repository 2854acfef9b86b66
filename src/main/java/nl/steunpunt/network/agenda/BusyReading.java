package nl.steunpunt.network.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.steunpunt.network.agenda.AgendaTrouble.Kind;
import nl.steunpunt.network.agenda.Moment.Offsets;
import nl.steunpunt.network.whohelps.Availability.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a calendar (iCalendar, RFC 5545) when its owner is busy between two moments. What it is
 * about is not even looked into. However it was made, it costs no more than {@link #MOST_WORK}.
 */
final class BusyReading {
  /** Days that rules were asked about: a second of one core. */
  private static final int MOST_WORK = 5_000_000;

  /** Meetings, of which a calendar of years has some thousands. */
  private static final int MOST_MEETINGS = 50_000;

  private static final int DEEPEST = 8;
  private static final Set<String> BUSY = Set.of("BUSY", "BUSY-UNAVAILABLE");

  /**
   * @param times in order, none touching the next
   * @param unread how many repetitions or times could not be read
   */
  record Busy(List<Span> times, int unread) {}

  private final Instant from;
  private final Instant until;
  private final Offsets home;
  private final Zones zones;
  private final Work work = new Work(MOST_WORK);
  private final Deque<String> inside = new ArrayDeque<>();
  private final List<Span> found = new ArrayList<>();
  private final List<Meeting> repeating = new ArrayList<>();
  private final Map<String, List<Moment>> elsewhere = new HashMap<>();
  private @Nullable Meeting meeting;
  private @Nullable OwnZone zone;
  private int meetings;
  private int unread;

  private BusyReading(ZoneId home, Instant from, Instant until) {
    this.from = from;
    this.until = until;
    this.home = Offsets.of(home);
    this.zones = new Zones(home);
  }

  /**
   * @param home where its owner works: of days, and of times without a zone
   * @throws AgendaTrouble when it is no calendar, or more than one
   */
  static Busy read(byte[] body, ZoneId home, Instant from, Instant until) throws AgendaTrouble {
    var reading = new BusyReading(home, from, until);
    reading.lines(new ContentLines(body));
    return reading.busy();
  }

  private void lines(ContentLines lines) throws AgendaTrouble {
    var begun = false;
    for (var line = lines.next(); line != null; line = lines.next()) {
      var property = line.isBlank() ? null : Property.of(line);
      if (!begun && !line.isBlank()) {
        if (property == null || !property.name().equals("BEGIN") || !property.is("VCALENDAR")) {
          throw new AgendaTrouble(Kind.NO_CALENDAR);
        }
        begun = true;
      }
      if (property != null) {
        take(property);
      }
    }
    if (!begun || !inside.isEmpty()) {
      throw new AgendaTrouble(Kind.NO_CALENDAR);
    }
  }

  private void take(Property property) throws AgendaTrouble {
    switch (property.name()) {
      case "BEGIN" -> begin(property.value().toUpperCase(Locale.ROOT));
      case "END" -> end(property.value().toUpperCase(Locale.ROOT));
      default -> {
        switch (inside.isEmpty() ? "" : inside.peek()) {
          case "VEVENT" -> {
            if (meeting != null) {
              meeting.take(property);
            }
          }
          case "VTIMEZONE", "STANDARD", "DAYLIGHT" -> {
            if (zone != null) {
              zone.take(property);
            }
          }
          case "VFREEBUSY" -> freeBusy(property);
          case "VCALENDAR" -> {
            if (property.name().equals("X-WR-TIMEZONE")) {
              zones.usual(property.value());
            }
          }
          default -> {}
        }
      }
    }
  }

  private void begin(String what) throws AgendaTrouble {
    inside.push(what);
    if (inside.size() > DEEPEST) {
      throw new AgendaTrouble(Kind.NO_CALENDAR);
    }
    if (what.equals("VEVENT")) {
      if (++meetings > MOST_MEETINGS) {
        throw new AgendaTrouble(Kind.TOO_MUCH);
      }
      meeting = new Meeting(zones, home);
    } else if (what.equals("VTIMEZONE")) {
      zone = new OwnZone(work);
    }
  }

  private void end(String what) throws AgendaTrouble {
    if (inside.isEmpty() || !inside.pop().equals(what)) {
      throw new AgendaTrouble(Kind.NO_CALENDAR);
    }
    switch (what) {
      case "VEVENT" -> keep(meeting);
      case "STANDARD", "DAYLIGHT" -> {
        if (zone != null) {
          zone.end();
        }
      }
      case "VTIMEZONE" -> {
        var described = zone;
        var name = described == null ? null : described.name();
        if (described != null && name != null) {
          var offsets = described.offsets();
          if (offsets.isPresent()) {
            zones.add(name, offsets.get());
          }
        }
        zone = null;
      }
      default -> {}
    }
  }

  private void keep(@Nullable Meeting one) {
    meeting = null;
    if (one == null) {
      return;
    }
    if (one.insteadOf() != null) {
      elsewhere.computeIfAbsent(one.uid(), _ -> new ArrayList<>()).add(one.insteadOf());
    }
    if (one.isFree()) {
      return;
    }
    if (one.isUnread()) {
      unread++;
    }
    if (one.repeats()) {
      repeating.add(one);
    } else {
      add(one.once());
    }
  }

  private void freeBusy(Property property) {
    var type = property.parameter("FBTYPE");
    if (!property.name().equals("FREEBUSY")
        || (type != null && !BUSY.contains(type.toUpperCase(Locale.ROOT)))) {
      return;
    }
    for (var one : property.value().split(",")) {
      var parts = one.split("/", 2);
      var begin = Moment.of(parts[0], zones.of(null), home);
      if (parts.length < 2 || begin.isEmpty()) {
        unread++;
        continue;
      }
      var start = begin.get().instant();
      var end =
          Moment.of(parts[1], zones.of(null), home)
              .map(Moment::instant)
              .orElseGet(() -> start.plus(Moment.length(parts[1]).orElse(Duration.ZERO)));
      add(new Span(start, end));
    }
  }

  private void add(@Nullable Span span) {
    if (span != null
        && span.from().isBefore(span.until())
        && span.from().isBefore(until)
        && span.until().isAfter(from)) {
      found.add(span);
    }
  }

  private Busy busy() throws AgendaTrouble {
    for (var one : repeating) {
      one.between(from, until, elsewhere.getOrDefault(one.uid(), List.of()), work)
          .forEach(this::add);
    }
    return new Busy(joined(found), unread);
  }

  /**
   * What overlaps or touches is one: who goes from one meeting to the next is busy all the time.
   */
  static List<Span> joined(List<Span> spans) {
    var joined = new ArrayList<Span>();
    for (var span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last == null || span.from().isAfter(last.until())) {
        joined.add(span);
      } else if (span.until().isAfter(last.until())) {
        joined.set(joined.size() - 1, new Span(last.from(), span.until()));
      }
    }
    return joined;
  }
}
