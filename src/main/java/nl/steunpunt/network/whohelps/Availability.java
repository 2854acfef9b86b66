package nl.steunpunt.network.whohelps;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.steunpunt.network.Stated;
import nl.steunpunt.platform.time.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody is there now, or when.
 *
 * @param next the first moment from now on at which they are to be found; null: not known
 * @param until when the absence, these desk hours or what they said of the moment end
 */
public record Availability(State state, @Nullable Instant next, @Nullable Instant until) {
  /** Further away than this nobody's desk hours are looked for. */
  public static final int DAYS_AHEAD = 60;

  public enum State {
    /** Has the product open. */
    THERE,
    /** Is not to be disturbed: full, in quiet hours, said so, or has something in the calendar. */
    BUSY,
    /** Walks the floor, and may be spoken to there. */
    ROUND,
    /** Not seen, but these are the hours at the desk. */
    AT_DESK,
    /** Comes at a time that is known. */
    LATER,
    AWAY,
    /** Working hours, not seen, and no desk hours known. */
    NOT_SEEN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** From a moment until another, that one not included. */
  public record Span(Instant from, Instant until) {
    boolean holds(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  /**
   * @param seen on a page of the product just now
   * @param busy asked not to be asked
   * @param stated what they say of this moment; away is as absent, and goes before what the page
   *     sees. What their calendar says goes before it too, but never shows that they have something
   *     to do where they would not be there anyway
   * @param planned absences that have not ended
   * @param desk each week; empty: none were told, and the organisation's working hours stand for
   *     them
   */
  public static Availability of(
      boolean seen,
      boolean busy,
      @Nullable Stated stated,
      List<Span> planned,
      List<DeskHours> desk,
      WorkingCalendar calendar,
      Instant now) {
    var absences = absences(planned, stated, now);
    var back = back(now, absences);
    if (!back.equals(now)) {
      return new Availability(State.AWAY, opening(back, absences, desk, calendar), back);
    }
    if (stated != null && !stated.byCalendar()) {
      var state = state(stated.kind());
      var free = state == State.BUSY ? opening(stated.until(), absences, desk, calendar) : now;
      return new Availability(state, free, stated.until());
    }
    var next = opening(now, absences, desk, calendar);
    if (stated != null && (seen || now.equals(next))) {
      var free = opening(stated.until(), absences, desk, calendar);
      return new Availability(State.BUSY, free, stated.until());
    }
    if (seen) {
      return new Availability(busy ? State.BUSY : State.THERE, now, null);
    }
    if (now.equals(next) && desk.isEmpty()) {
      return new Availability(State.NOT_SEEN, null, null);
    }
    return now.equals(next)
        ? new Availability(State.AT_DESK, now, end(now, desk, calendar))
        : new Availability(State.LATER, next, null);
  }

  private static State state(Stated.Kind kind) {
    return switch (kind) {
      case ROUND -> State.ROUND;
      case THERE -> State.THERE;
      case BUSY, AWAY -> State.BUSY;
    };
  }

  private static List<Span> absences(List<Span> planned, @Nullable Stated stated, Instant now) {
    return stated == null || stated.kind() != Stated.Kind.AWAY
        ? planned
        : Stream.concat(planned.stream(), Stream.of(new Span(now, stated.until()))).toList();
  }

  public boolean isAway() {
    return state == State.AWAY;
  }

  public boolean isNow() {
    return state == State.THERE || state == State.AT_DESK || state == State.ROUND;
  }

  /** The end of all absences that follow on each other from here; {@code at} when there is none. */
  private static Instant back(Instant at, List<Span> absences) {
    var back = at;
    for (var absence : absences.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      back = absence.holds(back) ? absence.until : back;
    }
    return back;
  }

  private static @Nullable Instant opening(
      Instant from, List<Span> absences, List<DeskHours> desk, WorkingCalendar calendar) {
    var last = day(from, calendar).plusDays(DAYS_AHEAD);
    for (var at = from; ; ) {
      var open = desk.isEmpty() ? calendar.nextWorkingMoment(at) : atDesk(at, last, desk, calendar);
      if (open == null || day(open, calendar).isAfter(last)) {
        return null;
      }
      var back = back(open, absences);
      if (back.equals(open)) {
        return open;
      }
      at = back;
    }
  }

  private static @Nullable Instant atDesk(
      Instant from, LocalDate last, List<DeskHours> desk, WorkingCalendar calendar) {
    for (var day = day(from, calendar); !day.isAfter(last); day = day.plusDays(1)) {
      var first =
          DeskHours.on(day, desk, calendar).stream()
              .filter(span -> span.until.isAfter(from))
              .map(span -> span.from.isAfter(from) ? span.from : from)
              .min(Comparator.naturalOrder());
      if (first.isPresent()) {
        return first.get();
      }
    }
    return null;
  }

  private static @Nullable Instant end(
      Instant now, List<DeskHours> desk, WorkingCalendar calendar) {
    return DeskHours.on(day(now, calendar), desk, calendar).stream()
        .filter(span -> span.holds(now))
        .map(Span::until)
        .findFirst()
        .orElse(null);
  }

  private static LocalDate day(Instant at, WorkingCalendar calendar) {
    return LocalDate.ofInstant(at, calendar.zone());
  }
}
