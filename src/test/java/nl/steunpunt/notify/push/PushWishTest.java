package nl.steunpunt.notify.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import nl.steunpunt.notify.push.PushWish.Hours;
import nl.steunpunt.platform.time.CalendarSettings;
import nl.steunpunt.platform.time.WorkingCalendar;
import org.junit.jupiter.api.Test;

class PushWishTest {
  private final WorkingCalendar calendar = new WorkingCalendar(CalendarSettings.USUAL);
  private final PushWish own =
      new PushWish(false, Hours.OWN, List.of(1, 6), LocalTime.of(10, 0), LocalTime.of(12, 0));

  private Instant at(String wall) {
    return LocalDateTime.parse(wall).atZone(calendar.zone()).toInstant();
  }

  @Test
  void byItselfOnlyWhenTheOrganisationWorks() {
    assertThat(PushWish.USUAL.next(at("2026-11-24T10:00"), calendar))
        .isEqualTo(at("2026-11-24T10:00"));
    assertThat(PushWish.USUAL.next(at("2026-11-27T20:00"), calendar))
        .isEqualTo(calendar.nextWorkingMoment(at("2026-11-28T00:00")));
    assertThat(PushWish.USUAL.end(at("2026-11-24T10:00"), calendar))
        .isEqualTo(calendar.closing(at("2026-11-24T10:00")).orElseThrow());
  }

  /** 23 November 2026 is a Monday. */
  @Test
  void ownHoursOfOwnDays() {
    assertThat(own.next(at("2026-11-23T09:59"), calendar)).isEqualTo(at("2026-11-23T10:00"));
    assertThat(own.next(at("2026-11-23T10:00"), calendar)).isEqualTo(at("2026-11-23T10:00"));
    assertThat(own.next(at("2026-11-23T11:59"), calendar)).isEqualTo(at("2026-11-23T11:59"));
    assertThat(own.next(at("2026-11-23T12:00"), calendar)).isEqualTo(at("2026-11-28T10:00"));
    assertThat(own.next(at("2026-11-28T12:00"), calendar)).isEqualTo(at("2026-11-30T10:00"));
    assertThat(own.end(at("2026-11-23T11:00"), calendar)).isEqualTo(at("2026-11-23T12:00"));
  }

  @Test
  void oneDayAWeekComesAgainAfterAWeek() {
    var monday =
        new PushWish(false, Hours.OWN, List.of(1), LocalTime.of(10, 0), LocalTime.of(12, 0));
    assertThat(monday.next(at("2026-11-23T12:00"), calendar)).isEqualTo(at("2026-11-30T10:00"));
  }
}
