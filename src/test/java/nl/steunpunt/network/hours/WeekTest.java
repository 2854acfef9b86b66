package nl.steunpunt.network.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.steunpunt.network.hours.AgreedWeek.Away;
import nl.steunpunt.platform.time.CalendarSettings;
import nl.steunpunt.platform.time.CalendarSettings.Hours;
import nl.steunpunt.platform.time.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Weeks of ISO 8601, what was agreed for one, and the rule of active minutes. */
class WeekTest {
  private static final WorkingCalendar CALENDAR = new WorkingCalendar(CalendarSettings.USUAL);
  private static final Week USUAL = week("2026-W48");
  private static final BigDecimal FORTY = BigDecimal.valueOf(40);

  private static Week week(String word) {
    return Week.parse(word).orElseThrow();
  }

  private static Away away(String from, String until) {
    return new Away(Instant.parse(from), Instant.parse(until));
  }

  private static @Nullable Integer agreed(Week week, Away... away) {
    return AgreedWeek.of(week, FORTY, 10, List.of(away), CALENDAR).minutes();
  }

  @Test
  void theYearEndsAndBeginsInOneWeek() {
    var over = week("2026-W53");
    assertThat(over.monday()).isEqualTo("2026-12-28");
    assertThat(over.sunday()).isEqualTo("2027-01-03");
    assertThat(Week.of(LocalDate.parse("2027-01-02")).word()).isEqualTo("2026-W53");
    assertThat(over.plus(1).word()).isEqualTo("2027-W01");
    assertThat(Week.of(LocalDate.parse("2024-12-30")).word()).isEqualTo("2025-W01");
  }

  @Test
  void whatIsNoWeekIsNone() {
    for (var word : List.of("2025-W53", "2026-W00", "2026-W54", "2026-48", "", "2026-W48x")) {
      assertThat(Week.parse(word)).as(word).isEmpty();
    }
  }

  @Property
  void eachDayIsInTheWeekItSaysAndFoundAgain(
      @ForAll @IntRange(min = -20_000, max = 60_000) int day) {
    var date = LocalDate.ofEpochDay(day);
    var week = Week.of(date);
    assertThat(week.days()).hasSize(7).contains(date);
    assertThat(Week.parse(week.word())).contains(week);
  }

  @Test
  void inTheWeeksOfTheClockChangeTheSameIsAgreed() {
    assertThat(Duration.between(week("2026-W13").begins(), week("2026-W13").ends()).toHours())
        .isEqualTo(167);
    assertThat(Duration.between(week("2026-W43").begins(), week("2026-W43").ends()).toHours())
        .isEqualTo(169);
    assertThat(agreed(week("2026-W13"))).isEqualTo(240);
    assertThat(agreed(week("2026-W43"))).isEqualTo(240);
  }

  @Test
  void whoIsAwayHasLessToGive() {
    assertThat(agreed(USUAL)).isEqualTo(240);
    assertThat(agreed(USUAL, away("2026-11-23T23:00:00Z", "2026-11-25T23:00:00Z"))).isEqualTo(144);
    var halfDay = away("2026-11-23T11:45:00Z", "2026-11-23T23:00:00Z");
    assertThat(agreed(USUAL, halfDay)).isEqualTo(216);
    assertThat(AgreedWeek.of(USUAL, FORTY, 10, List.of(halfDay), CALENDAR).absentDays()).isEmpty();
    var holiday = away("2026-11-20T16:00:00Z", "2026-11-30T07:00:00Z");
    assertThat(agreed(USUAL, holiday)).isNull();
    assertThat(AgreedWeek.of(USUAL, FORTY, 10, List.of(holiday), CALENDAR).absentDays())
        .containsExactlyInAnyOrderElementsOf(USUAL.days());
  }

  @Test
  void aClosedDayIsNotAgreedFor() {
    assertThat(agreed(week("2026-W53"))).isEqualTo(192);
    assertThat(agreed(week("2026-W53"), away("2026-12-31T23:00:00Z", "2027-01-01T23:00:00Z")))
        .isEqualTo(192);
  }

  @Test
  void withoutFixedHoursNothingIsAgreed() {
    for (var contract : new @Nullable BigDecimal[] {BigDecimal.ZERO, null}) {
      assertThat(AgreedWeek.of(USUAL, contract, 10, List.of(), CALENDAR).minutes()).isNull();
    }
  }

  @Test
  void aDayAndNightHouseHasAWholeWeek() {
    var midnight = LocalTime.MIDNIGHT;
    var always =
        new CalendarSettings(
            CalendarSettings.weekdays(midnight, midnight),
            Map.of(),
            true,
            CalendarSettings.LiberationDay.NEVER,
            false,
            null);
    assertThat(new WorkingCalendar(always).usualMinutesOfAWeek()).isEqualTo(5 * 24 * 60);
    assertThat(CALENDAR.usualMinutesOfAWeek()).isEqualTo(5 * 510);
    assertThat(new Hours(LocalTime.of(8, 0), midnight).until()).isEqualTo(midnight);
    assertThat(AgreedWeek.of(USUAL, FORTY, 10, List.of(), new WorkingCalendar(always)).minutes())
        .isEqualTo(240);
  }

  @Test
  void anActCountsForTheTimeSinceTheOneBeforeAndFiveMinutesAtMost() {
    var at = Instant.parse("2026-11-24T10:00:00Z");
    assertThat(ActiveTime.since(null, at)).isEqualTo(Duration.ofMinutes(5));
    assertThat(ActiveTime.since(at, at.plusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
    assertThat(ActiveTime.since(at, at.plusSeconds(301))).isEqualTo(Duration.ofMinutes(5));
    assertThat(ActiveTime.since(at, at.minusSeconds(1))).isEqualTo(Duration.ZERO);
  }

  /**
   * However many conversations at once: never more than went by, but for the first five minutes.
   */
  @Property
  void timeIsNeverCountedTwice(@ForAll List<@IntRange(min = 0, max = 4_000) Integer> gaps) {
    var at = Instant.EPOCH;
    var counted = Duration.ZERO;
    @Nullable Instant before = null;
    for (var gap : gaps) {
      at = at.plusSeconds(gap);
      counted = counted.plus(ActiveTime.since(before, at));
      before = at;
    }
    var wentBy =
        Duration.between(Instant.EPOCH.plusSeconds(gaps.isEmpty() ? 0 : gaps.getFirst()), at);
    assertThat(counted).isLessThanOrEqualTo(wentBy.plus(ActiveTime.MOST));
    assertThat(counted).isLessThanOrEqualTo(ActiveTime.MOST.multipliedBy(gaps.size()));
  }

  @Test
  void threeWeeksInARowAreATrend() {
    assertThat(Trend.of(List.of(total(265), total(265), total(265)))).isEqualTo(Trend.OVER);
    assertThat(Trend.of(List.of(total(264), total(300), total(300)))).isEqualTo(Trend.NONE);
    assertThat(Trend.of(List.of(total(119), total(0), total(10)))).isEqualTo(Trend.UNDER);
    assertThat(Trend.of(List.of(total(120), total(0), total(10)))).isEqualTo(Trend.NONE);
    assertThat(Trend.of(List.of(total(300), total(300)))).isEqualTo(Trend.NONE);
    var away = new WeekTotal(LocalDate.EPOCH, 0, null);
    assertThat(Trend.of(List.of(total(300), away, total(300), total(300)))).isEqualTo(Trend.OVER);
    assertThat(Trend.of(List.of(away, away, away))).isEqualTo(Trend.NONE);
  }

  private static WeekTotal total(int minutes) {
    return new WeekTotal(LocalDate.ofInstant(Instant.EPOCH, ZoneOffset.UTC), minutes, 240);
  }
}
