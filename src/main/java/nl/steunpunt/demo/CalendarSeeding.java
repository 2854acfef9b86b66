package nl.steunpunt.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import nl.steunpunt.network.BusyTimes;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.springframework.stereotype.Component;

/** Some power users are in a meeting when the demo begins, and have more of them this week. */
@Component
class CalendarSeeding {
  private static final int DAYS = 7;
  private static final Duration MEETING = Duration.ofMinutes(50);
  private static final List<LocalTime> AT = List.of(LocalTime.of(9, 30), LocalTime.of(13, 0));

  private final BusyTimes busy;
  private final Colleagues colleagues;
  private final OrganisationCalendar calendar;

  CalendarSeeding(BusyTimes busy, Colleagues colleagues, OrganisationCalendar calendar) {
    this.busy = busy;
    this.colleagues = colleagues;
    this.calendar = calendar;
  }

  void seed(List<PowerUser> powerUsers, Instant now) {
    var people = colleagues.people();
    for (int i = 0; i < powerUsers.size(); i++) {
      var employee = powerUsers.get(i).employee();
      var cast = Cast.ALL.stream().anyMatch(one -> one.name().equals(employee.name()));
      if (!cast && i % 3 == 1) {
        plan(people.person(employee), now);
      }
    }
  }

  private void plan(PersonId person, Instant now) {
    var working = calendar.current();
    if (working.isWorking(now)) {
      var closes = working.closing(now).orElse(now);
      var until = now.plus(MEETING);
      busy.add(person, now.minus(MEETING), until.isAfter(closes) ? closes : until);
    }
    var today = LocalDate.ofInstant(now, working.zone());
    for (int ahead = 1; ahead < DAYS; ahead++) {
      var day = today.plusDays(ahead);
      if (working.isWorkingDay(day)) {
        for (var at : AT) {
          var from = day.atTime(at).atZone(working.zone()).toInstant();
          busy.add(person, from, from.plus(MEETING));
        }
      }
    }
  }
}
