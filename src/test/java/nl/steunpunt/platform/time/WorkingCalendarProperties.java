package nl.steunpunt.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import nl.steunpunt.platform.time.CalendarSettings.Hours;
import nl.steunpunt.platform.time.CalendarSettings.LiberationDay;

/** What holds for every calendar an organisation may set, at every moment of these years. */
class WorkingCalendarProperties {

  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
  private static final long SECONDS = Duration.ofDays(7 * 365).toSeconds();

  @Property
  void whatIsAddedIsWhatLiesBetween(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("moments") Instant from,
      @ForAll @LongRange(max = 20_000) long minutes) {
    var until = calendar.plusWorkingMinutes(from, minutes);
    assertThat(calendar.workingMinutesBetween(from, until)).isEqualTo(minutes);
    assertThat(calendar.workingMinutesBetween(until, from)).isEqualTo(-minutes);
  }

  @Property
  void neverLandsOutsideWorkingTimeNorInThePast(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("moments") Instant from,
      @ForAll @LongRange(max = 20_000) long minutes,
      @ForAll @IntRange(max = 30) int days) {
    assertThat(calendar.plusWorkingMinutes(from, minutes))
        .isAfterOrEqualTo(from.plus(Duration.ofMinutes(minutes)))
        .matches(calendar::isWorking);
    assertThat(calendar.plusWorkingDays(from, days))
        .isAfterOrEqualTo(from)
        .matches(calendar::isWorking);
  }

  @Property
  void laterStaysLater(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("moments") Instant one,
      @ForAll("moments") Instant other,
      @ForAll @LongRange(max = 5_000) long minutes) {
    var first = one.isBefore(other) ? one : other;
    var second = one.isBefore(other) ? other : one;
    assertThat(calendar.plusWorkingMinutes(first, minutes))
        .isBeforeOrEqualTo(calendar.plusWorkingMinutes(second, minutes));
    assertThat(calendar.plusWorkingMinutes(first, minutes))
        .isBefore(calendar.plusWorkingMinutes(first, minutes + 1));
  }

  @Property
  void inTwoStepsIsInOne(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("moments") Instant from,
      @ForAll @LongRange(max = 3_000) long some,
      @ForAll @LongRange(max = 3_000) long more) {
    assertThat(calendar.plusWorkingMinutes(calendar.plusWorkingMinutes(from, some), more))
        .isEqualTo(calendar.plusWorkingMinutes(from, some + more));
  }

  @Property
  void theNextWorkingMomentSkipsNoWorkingMinute(
      @ForAll("calendars") WorkingCalendar calendar, @ForAll("moments") Instant from) {
    var next = calendar.nextWorkingMoment(from);
    assertThat(calendar.isWorking(next)).isTrue();
    assertThat(calendar.workingMinutesBetween(from, next)).isZero();
    assertThat(next.equals(from)).isEqualTo(calendar.isWorking(from));
  }

  /** The slow way, minute by minute, over three days, as a second opinion. */
  @Property(tries = 300)
  void agreesWithCountingEachMinute(
      @ForAll("calendars") WorkingCalendar calendar, @ForAll("minutes") Instant from) {
    long counted = 0;
    var until = from.plus(Duration.ofDays(3));
    for (var at = from; at.isBefore(until); at = at.plusSeconds(60)) {
      counted += calendar.isWorking(at) ? 1 : 0;
    }
    assertThat(calendar.workingMinutesBetween(from, until)).isEqualTo(counted);
  }

  @Property
  void aWorkingDayIsNoHolidayAndNoClosingDay(
      @ForAll("settings") CalendarSettings settings, @ForAll("moments") Instant at) {
    var calendar = new WorkingCalendar(settings);
    if (calendar.isWorking(at)) {
      var day = LocalDate.ofInstant(at, settings.zone());
      assertThat(settings.closingDays()).doesNotContainKey(day);
      assertThat(settings.week()).containsKey(day.getDayOfWeek());
      assertThat(PublicHoliday.on(day).filter(holiday -> settings.gives(holiday, day.getYear())))
          .isEmpty();
    }
  }

  @Provide
  Arbitrary<Instant> moments() {
    var any = Arbitraries.longs().between(0, SECONDS).map(START::plusSeconds);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, any), net.jqwik.api.Tuple.of(1, aroundTheChangeOfTheClock()));
  }

  @Provide
  Arbitrary<Instant> minutes() {
    return moments().map(at -> at.truncatedTo(java.time.temporal.ChronoUnit.MINUTES));
  }

  private static Arbitrary<Instant> aroundTheChangeOfTheClock() {
    return Combinators.combine(
            Arbitraries.of("2026-03-29", "2026-10-25", "2028-03-26", "2028-10-29"),
            Arbitraries.longs().between(-86_400, 86_400))
        .as((day, seconds) ->
            LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(seconds));
  }

  @Provide
  Arbitrary<WorkingCalendar> calendars() {
    return settings().map(WorkingCalendar::new);
  }

  @Provide
  Arbitrary<CalendarSettings> settings() {
    var closingDays =
        Arbitraries.longs()
            .between(0, 7 * 365)
            .map(LocalDate.of(2024, 1, 1)::plusDays)
            .set()
            .ofMaxSize(8);
    var week = Arbitraries.maps(Arbitraries.of(DayOfWeek.class), hours()).ofMinSize(1).ofMaxSize(7);
    return Combinators.combine(
            week, closingDays, Arbitraries.of(LiberationDay.class), Arbitraries.of(true, false))
        .as((days, closed, liberation, goodFriday) ->
            new CalendarSettings(
                days,
                closed.stream().collect(Collectors.toMap(day -> day, LocalDate::toString)),
                false,
                liberation,
                goodFriday,
                CalendarSettings.AMSTERDAM))
        .withoutEdgeCases();
  }

  private static Arbitrary<Hours> hours() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 94), Arbitraries.integers().between(1, 96))
        .filter((from, until) -> from < until)
        .as((from, until) -> new Hours(quarter(from), quarter(until)));
  }

  private static LocalTime quarter(int number) {
    return LocalTime.MIDNIGHT.plusMinutes(15L * number);
  }
}
