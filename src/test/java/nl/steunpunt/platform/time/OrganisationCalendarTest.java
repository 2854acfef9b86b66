package nl.steunpunt.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import nl.steunpunt.platform.settings.MemorySettings;
import org.junit.jupiter.api.Test;

class OrganisationCalendarTest {
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);

  private final OrganisationCalendar calendar = new OrganisationCalendar(new MemorySettings());

  @Test
  void isBuiltOnceForAsLongAsNothingChanges() {
    assertThat(calendar.current()).isSameAs(calendar.current());
  }

  @Test
  void isAsItIsSetAtThatMoment() {
    assertThat(calendar.current().isWorkingDay(WEDNESDAY)).isTrue();
    var usual = CalendarSettings.USUAL;
    calendar.change(
        new CalendarSettings(
            CalendarSettings.weekdays(LocalTime.of(8, 30), LocalTime.of(17, 0)),
            Map.of(WEDNESDAY, "Outing"),
            usual.worksOnHolidays(),
            usual.liberationDay(),
            usual.goodFriday(),
            usual.zone()));
    assertThat(calendar.current().isWorkingDay(WEDNESDAY)).isFalse();
    calendar.change(usual);
    assertThat(calendar.current().isWorkingDay(WEDNESDAY)).isTrue();
  }
}
