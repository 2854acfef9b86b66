package nl.steunpunt.network.whohelps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.steunpunt.network.Stated;
import nl.steunpunt.network.whohelps.Availability.Span;
import nl.steunpunt.network.whohelps.Availability.State;
import nl.steunpunt.platform.time.CalendarSettings;
import nl.steunpunt.platform.time.WorkingCalendar;

/** What holds for everybody's week and absences, at every moment; and some that can be read. */
class AvailabilityProperties {
  private static final WorkingCalendar CALENDAR = new WorkingCalendar(CalendarSettings.USUAL);
  private static final ZoneId ZONE = CALENDAR.zone();
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  @Property
  void isNeverPromisedForAMomentAtWhichNobodyIsThere(
      @ForAll boolean seen,
      @ForAll boolean busy,
      @ForAll("absences") List<Span> absences,
      @ForAll("weeks") List<DeskHours> desk,
      @ForAll("moments") Instant now) {
    var it = Availability.of(seen, busy, null, absences, desk, CALENDAR, now);
    var next = it.next();
    assertThat(it.isAway()).isEqualTo(absences.stream().anyMatch(span -> span.holds(now)));
    if (next == null) {
      return;
    }
    assertThat(next).isAfterOrEqualTo(now);
    assertThat(absences).noneMatch(span -> span.holds(next));
    if (!seen || it.isAway()) {
      assertThat(isOpen(next, desk)).isTrue();
    }
    var earlier = now.plus(Duration.between(now, next).dividedBy(2));
    if (!seen && earlier.isBefore(next)) {
      assertThat(isOpen(earlier, desk) && absences.stream().noneMatch(a -> a.holds(earlier)))
          .isFalse();
    }
  }

  /** It ends when it was said to end, and an absence that was planned goes before it. */
  @Property
  void whatIsSaidOfTheMomentHoldsUntilItsEndUnlessAbsent(
      @ForAll boolean seen,
      @ForAll boolean busy,
      @ForAll("said") Stated.Kind kind,
      @ForAll("absences") List<Span> absences,
      @ForAll("weeks") List<DeskHours> desk,
      @ForAll("moments") Instant now) {
    var until = now.plus(Duration.ofMinutes(30));
    var it = Availability.of(seen, busy, new Stated(kind, until), absences, desk, CALENDAR, now);
    if (absences.stream().anyMatch(span -> span.holds(now)) || kind == Stated.Kind.AWAY) {
      assertThat(it.state()).isEqualTo(State.AWAY);
      assertThat(it.until()).isAfter(now);
    } else {
      assertThat(it.state().name()).isEqualTo(kind.name());
      assertThat(it.until()).isEqualTo(until);
      assertThat(it.isNow()).isEqualTo(kind == Stated.Kind.ROUND);
      var next = it.next();
      if (kind == Stated.Kind.BUSY) {
        assertThat(next == null || !next.isBefore(until)).as("not while busy").isTrue();
      } else {
        assertThat(next).isEqualTo(now);
      }
    }
  }

  /** It says no more than that somebody who would be there is busy, and until when. */
  @Property
  void aCalendarShowsOnlyWhereSomebodyWouldBeThere(
      @ForAll boolean seen,
      @ForAll boolean busy,
      @ForAll("absences") List<Span> absences,
      @ForAll("weeks") List<DeskHours> desk,
      @ForAll("moments") Instant now) {
    var until = now.plus(Duration.ofMinutes(45));
    var said = new Stated(Stated.Kind.BUSY, until, true);
    var it = Availability.of(seen, busy, said, absences, desk, CALENDAR, now);
    var without = Availability.of(seen, busy, null, absences, desk, CALENDAR, now);
    if (without.isAway() || without.state() == State.LATER) {
      assertThat(it).isEqualTo(without);
      return;
    }
    assertThat(it.state()).isEqualTo(State.BUSY);
    assertThat(it.until()).isEqualTo(until);
    var next = it.next();
    if (next != null) {
      assertThat(next).isAfterOrEqualTo(until);
      assertThat(isOpen(next, desk)).isTrue();
    }
  }

  /** Who says to be there is, whatever is in the calendar. */
  @Example
  void whoSaysToBeThereIs() {
    var now = at("2026-11-23T10:00");
    var there = new Stated(Stated.Kind.THERE, at("2026-11-23T11:00"));
    assertThat(Availability.of(false, true, there, List.of(), MORNINGS, CALENDAR, now))
        .isEqualTo(new Availability(State.THERE, now, at("2026-11-23T11:00")));
  }

  @Provide
  Arbitrary<Stated.Kind> said() {
    return Arbitraries.of(Stated.Kind.CHOICES);
  }

  private static boolean isOpen(Instant at, List<DeskHours> desk) {
    var wall = at.atZone(ZONE);
    var day = wall.toLocalDate();
    return desk.isEmpty()
        ? CALENDAR.isWorking(at)
        : CALENDAR.closedDays(day, day).isEmpty()
            && desk.stream()
                .anyMatch(hours ->
                    hours.weekday() == day.getDayOfWeek().getValue()
                        && !wall.toLocalTime().isBefore(hours.from())
                        && wall.toLocalTime().isBefore(hours.until()));
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs()
        .between(0, Duration.ofDays(400).toMinutes())
        .map(minutes -> START.plus(Duration.ofMinutes(minutes)));
  }

  @Provide
  Arbitrary<List<Span>> absences() {
    return Combinators.combine(moments(), Arbitraries.longs().between(1, 30_000))
        .as((from, minutes) -> new Span(from, from.plus(Duration.ofMinutes(minutes))))
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<DeskHours>> weeks() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 7),
            Arbitraries.integers().between(6, 14),
            Arbitraries.integers().between(1, 5))
        .as((day, from, length) ->
            new DeskHours(day, LocalTime.of(from, 30), LocalTime.of(from + length, 0)))
        .list()
        .ofMaxSize(6);
  }

  private static Instant at(String wall) {
    return java.time.LocalDateTime.parse(wall).atZone(ZONE).toInstant();
  }

  private static final List<DeskHours> MORNINGS =
      List.of(
          new DeskHours(1, LocalTime.of(9, 0), LocalTime.of(12, 0)),
          new DeskHours(3, LocalTime.of(9, 0), LocalTime.of(12, 0)));

  private static Availability of(String wall, List<DeskHours> desk, Span... absences) {
    return Availability.of(false, false, null, List.of(absences), desk, CALENDAR, at(wall));
  }

  @Example
  void onAMondayMorningAtTheDeskThenOnWednesday() {
    assertThat(of("2026-11-23T10:00", MORNINGS))
        .isEqualTo(new Availability(State.AT_DESK, at("2026-11-23T10:00"), at("2026-11-23T12:00")));
    assertThat(of("2026-11-23T12:00", MORNINGS))
        .isEqualTo(new Availability(State.LATER, at("2026-11-25T09:00"), null));
  }

  @Example
  void anAbsenceThatFollowsOnAnotherIsOneAndAHolidayIsPassedOver() {
    var first = new Span(at("2026-12-21T00:00"), at("2026-12-23T00:00"));
    var second = new Span(at("2026-12-23T00:00"), at("2026-12-24T00:00"));
    assertThat(of("2026-12-21T10:00", MORNINGS, second, first))
        .isEqualTo(new Availability(State.AWAY, at("2026-12-28T09:00"), at("2026-12-24T00:00")));
    assertThat(of("2026-12-25T10:00", List.of()).state()).isEqualTo(State.LATER);
  }

  @Example
  void withoutDeskHoursNothingIsKnownInWorkingHours() {
    assertThat(of("2026-11-23T10:00", List.of()))
        .isEqualTo(new Availability(State.NOT_SEEN, null, null));
    assertThat(of("2026-11-23T20:00", List.of()).next()).isAfter(at("2026-11-24T06:00"));
  }
}
