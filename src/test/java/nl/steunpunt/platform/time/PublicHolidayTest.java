package nl.steunpunt.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidayTest {

  @ParameterizedTest
  @CsvSource({
    "2024, 2024-03-31, 2024-05-09, 2024-05-19, 2024-04-27",
    "2025, 2025-04-20, 2025-05-29, 2025-06-08, 2025-04-26",
    "2026, 2026-04-05, 2026-05-14, 2026-05-24, 2026-04-27",
    "2027, 2027-03-28, 2027-05-06, 2027-05-16, 2027-04-27",
    "2028, 2028-04-16, 2028-05-25, 2028-06-04, 2028-04-27",
    "2029, 2029-04-01, 2029-05-10, 2029-05-20, 2029-04-27",
    "2030, 2030-04-21, 2030-05-30, 2030-06-09, 2030-04-27",
  })
  void theDaysThatMove(
      int year, LocalDate easter, LocalDate ascension, LocalDate whitsun, LocalDate king) {
    assertThat(PublicHoliday.EASTER_SUNDAY.in(year)).isEqualTo(easter);
    assertThat(PublicHoliday.GOOD_FRIDAY.in(year)).isEqualTo(easter.minusDays(2));
    assertThat(PublicHoliday.EASTER_MONDAY.in(year)).isEqualTo(easter.plusDays(1));
    assertThat(PublicHoliday.ASCENSION.in(year)).isEqualTo(ascension);
    assertThat(PublicHoliday.WHIT_SUNDAY.in(year)).isEqualTo(whitsun);
    assertThat(PublicHoliday.WHIT_MONDAY.in(year)).isEqualTo(whitsun.plusDays(1));
    assertThat(PublicHoliday.KINGS_DAY.in(year)).isEqualTo(king);
  }

  @Test
  void theEarliestAndTheLatestEasterOfTwoCenturies() {
    assertThat(PublicHoliday.easter(1943)).isEqualTo("1943-04-25");
    assertThat(PublicHoliday.easter(2038)).isEqualTo("2038-04-25");
    assertThat(PublicHoliday.easter(1818)).isEqualTo("1818-03-22");
  }

  @Test
  void namesTheDay() {
    assertThat(PublicHoliday.on(LocalDate.of(2026, 4, 6))).contains(PublicHoliday.EASTER_MONDAY);
    assertThat(PublicHoliday.on(LocalDate.of(2016, 5, 5))).contains(PublicHoliday.LIBERATION_DAY);
    assertThat(PublicHoliday.on(LocalDate.of(2026, 4, 7))).isEmpty();
  }

  @Property
  void easterIsASundayBetween22MarchAnd25April(@ForAll @IntRange(min = 1583, max = 4000) int year) {
    var easter = PublicHoliday.easter(year);
    assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    assertThat(easter).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
    assertThat(PublicHoliday.KINGS_DAY.in(year).getDayOfWeek()).isNotEqualTo(DayOfWeek.SUNDAY);
  }
}
