package nl.steunpunt.platform.time;

import static nl.steunpunt.platform.time.CalendarSettings.AMSTERDAM;
import static nl.steunpunt.platform.time.CalendarSettings.LiberationDay.EVERY_FIVE_YEARS;
import static nl.steunpunt.platform.time.CalendarSettings.LiberationDay.EVERY_YEAR;
import static nl.steunpunt.platform.time.CalendarSettings.LiberationDay.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.steunpunt.platform.time.CalendarSettings.Hours;
import nl.steunpunt.platform.time.CalendarSettings.LiberationDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

  /** Monday to Friday, 9:00 to 17:00; closed between Christmas and New Year 2026. */
  private final WorkingCalendar calendar =
      calendar(EVERY_FIVE_YEARS, false, "2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31");

  @ParameterizedTest(name = "{0} + {1} working minutes = {2}")
  @CsvSource({
    // a Wednesday
    "2026-11-25T10:00, 30, 2026-11-25T10:30",
    "2026-11-25T16:45, 30, 2026-11-26T09:15",
    "2026-11-25T16:30, 30, 2026-11-26T09:00",
    "2026-11-25T07:12, 30, 2026-11-25T09:30",
    "2026-11-25T22:00, 0, 2026-11-26T09:00",
    // over a weekend
    "2026-11-27T16:59, 2, 2026-11-30T09:01",
    "2026-11-28T12:00, 480, 2026-12-01T09:00",
    // Whit weekend; Easter weekend (Good Friday is worked); King's Day on a Monday
    "2026-05-22T16:50, 30, 2026-05-26T09:20",
    "2026-04-02T16:50, 30, 2026-04-03T09:20",
    "2026-04-03T16:50, 30, 2026-04-07T09:20",
    "2026-04-24T16:50, 30, 2026-04-28T09:20",
    // Ascension on a Thursday
    "2026-05-13T16:50, 30, 2026-05-15T09:20",
    // Christmas on Friday and Saturday, then the own closing days, then New Year and a weekend
    "2026-12-24T16:50, 30, 2027-01-04T09:20",
    // the weekends in which the clock changes
    "2026-03-27T16:50, 30, 2026-03-30T09:20",
    "2026-10-23T16:50, 30, 2026-10-26T09:20",
  })
  void addsWorkingMinutes(LocalDateTime from, long minutes, LocalDateTime expected) {
    assertThat(calendar.plusWorkingMinutes(at(from), minutes)).isEqualTo(at(expected));
    assertThat(calendar.workingMinutesBetween(at(from), at(expected))).isEqualTo(minutes);
  }

  @ParameterizedTest(name = "at {0} work ends at {1}")
  @CsvSource({
    "2026-11-25T07:12, 2026-11-25T17:00",
    "2026-11-25T16:59, 2026-11-25T17:00",
    // it is over, and nobody works
    "2026-11-25T17:00,",
    "2026-11-25T22:00,",
    "2026-11-28T12:00,",
    "2026-12-29T12:00,",
  })
  void saysWhenTheDayEnds(LocalDateTime at, @Nullable LocalDateTime expected) {
    assertThat(calendar.closing(at(at)))
        .isEqualTo(Optional.ofNullable(expected).map(WorkingCalendarTest::at));
  }

  @ParameterizedTest(name = "silent for {1} working days since {0} is {2}")
  @CsvSource({
    "2026-11-25T10:00, 5, 2026-12-02T10:00",
    "2026-11-28T10:00, 1, 2026-12-01T09:00",
    "2026-04-03T11:11, 1, 2026-04-07T11:11",
    "2026-12-22T11:11, 5, 2027-01-06T11:11",
    "2026-11-25T10:00, 0, 2026-11-25T10:00",
  })
  void addsWorkingDays(LocalDateTime from, int days, LocalDateTime expected) {
    assertThat(calendar.plusWorkingDays(at(from), days)).isEqualTo(at(expected));
  }

  @Test
  void aDayThatClosesEarlierPushesToTheNextOpening() {
    var shortFriday =
        new WorkingCalendar(
            new CalendarSettings(
                Map.of(
                    DayOfWeek.THURSDAY, hours("09:00", "17:00"),
                    DayOfWeek.FRIDAY, hours("09:00", "12:00")),
                Map.of(),
                false,
                NEVER,
                false,
                AMSTERDAM));
    assertThat(shortFriday.plusWorkingDays(at("2026-11-26T15:00"), 1))
        .isEqualTo(at("2026-12-03T09:00"));
  }

  @Test
  void anOrganisationMayWorkOnEveryPublicHoliday() {
    var works =
        new WorkingCalendar(
            new CalendarSettings(
                CalendarSettings.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0)),
                Map.of(),
                true,
                EVERY_YEAR,
                true,
                AMSTERDAM));
    assertThat(works.isWorkingDay(LocalDate.of(2026, 12, 25))).isTrue();
    assertThat(works.closedDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))).isEmpty();
  }

  @Test
  void namesTheClosedDaysThatWouldElseBeWorkedOn() {
    var closed = calendar(NEVER, false, "2026-12-24", "2026-12-27");
    assertThat(closed.closedDays(LocalDate.of(2026, 12, 24), LocalDate.of(2027, 1, 1)))
        .containsExactly(
            new WorkingCalendar.ClosedDay(LocalDate.of(2026, 12, 24), null, "2026-12-24"),
            new WorkingCalendar.ClosedDay(
                LocalDate.of(2026, 12, 25), PublicHoliday.CHRISTMAS, null),
            new WorkingCalendar.ClosedDay(LocalDate.of(2027, 1, 1), PublicHoliday.NEW_YEAR, null));
  }

  @Test
  void nobodyWorksAtTheMinuteOfClosing() {
    assertThat(calendar.isWorking(at("2026-11-25T08:59:59"))).isFalse();
    assertThat(calendar.isWorking(at("2026-11-25T09:00"))).isTrue();
    assertThat(calendar.isWorking(at("2026-11-25T16:59:59"))).isTrue();
    assertThat(calendar.isWorking(at("2026-11-25T17:00"))).isFalse();
  }

  @Test
  void liberationDayIsTheOrganisationsChoice() {
    var monday = LocalDate.of(2025, 5, 5);
    var tuesday = LocalDate.of(2026, 5, 5);
    assertThat(calendar(EVERY_YEAR, false).isWorkingDay(tuesday)).isFalse();
    assertThat(calendar(EVERY_FIVE_YEARS, false).isWorkingDay(tuesday)).isTrue();
    assertThat(calendar(EVERY_FIVE_YEARS, false).isWorkingDay(monday)).isFalse();
    assertThat(calendar(NEVER, false).isWorkingDay(monday)).isTrue();
  }

  @Test
  void goodFridayIsTheOrganisationsChoice() {
    var goodFriday = LocalDate.of(2026, 4, 3);
    assertThat(calendar(NEVER, false).isWorkingDay(goodFriday)).isTrue();
    assertThat(calendar(NEVER, true).isWorkingDay(goodFriday)).isFalse();
  }

  @Test
  void whoWorksThroughTheNightGetsTheRealLengthOfTheNightTheClockChanges() {
    var always =
        new WorkingCalendar(
            new CalendarSettings(
                Map.of(DayOfWeek.SUNDAY, hours("00:00", "00:00")),
                Map.of(),
                false,
                NEVER,
                false,
                AMSTERDAM));
    assertThat(minutesOf(always, "2026-03-29")).isEqualTo(23 * 60);
    assertThat(minutesOf(always, "2026-10-25")).isEqualTo(25 * 60);
    assertThat(minutesOf(always, "2026-11-22")).isEqualTo(24 * 60);
  }

  @Test
  void anOpeningThatTheSummerTimeSkipsIsTheMomentOfTheChange() {
    var nights =
        new WorkingCalendar(
            new CalendarSettings(
                Map.of(DayOfWeek.SUNDAY, hours("02:30", "04:00")),
                Map.of(),
                false,
                NEVER,
                false,
                AMSTERDAM));
    assertThat(nights.nextWorkingMoment(at("2026-03-29T00:00")))
        .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    assertThat(minutesOf(nights, "2026-03-29")).isEqualTo(60);
  }

  @Test
  void refusesAWeekInWhichNoMomentWouldEverCome() {
    assertThatThrownBy(
            () -> new CalendarSettings(Map.of(), Map.of(), false, EVERY_YEAR, false, AMSTERDAM))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> hours("17:00", "09:00")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> hours("09:00", "09:00")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> calendar.plusWorkingMinutes(Instant.EPOCH, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** As stored by a release that knew no zones, closing days or Liberation Day. */
  @Test
  void whatIsNotSaidIsAsUsual() {
    var week = CalendarSettings.USUAL.week();
    var bare = new CalendarSettings(week, null, false, null, false, null);
    assertThat(bare).isEqualTo(CalendarSettings.USUAL);
    var utc = new CalendarSettings(week, null, false, NEVER, false, ZoneOffset.UTC);
    assertThat(utc.zone()).isEqualTo(ZoneOffset.UTC);
    assertThat(utc.liberationDay()).isEqualTo(NEVER);
    assertThat(new WorkingCalendar(utc).isWorking(Instant.parse("2026-11-25T16:30:00Z"))).isTrue();
  }

  private static long minutesOf(WorkingCalendar calendar, String day) {
    var date = LocalDate.parse(day);
    return calendar.workingMinutesBetween(
        date.atStartOfDay(AMSTERDAM).toInstant(),
        date.plusDays(1).atStartOfDay(AMSTERDAM).toInstant());
  }

  private static WorkingCalendar calendar(
      LiberationDay liberationDay, boolean goodFriday, String... closed) {
    var days = Set.of(closed).stream().map(LocalDate::parse).toList();
    return new WorkingCalendar(
        new CalendarSettings(
            CalendarSettings.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0)),
            days.stream().collect(Collectors.toMap(day -> day, LocalDate::toString)),
            false,
            liberationDay,
            goodFriday,
            AMSTERDAM));
  }

  private static Hours hours(String from, String until) {
    return new Hours(LocalTime.parse(from), LocalTime.parse(until));
  }

  private static Instant at(String local) {
    return at(LocalDateTime.parse(local));
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(AMSTERDAM).toInstant();
  }
}
