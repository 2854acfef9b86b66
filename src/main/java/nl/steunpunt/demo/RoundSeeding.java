package nl.steunpunt.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import nl.steunpunt.campaign.RoundHistory;
import nl.steunpunt.campaign.RoundHistory.PastRound;
import nl.steunpunt.network.Stated;
import nl.steunpunt.network.StatedPresence;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.springframework.stereotype.Component;

/**
 * Some power users walk each morning, others never did: the lead sees the floors, not who. One is
 * on a round when the demo begins, one is busy.
 */
@Component
class RoundSeeding {
  private static final int DAYS = 10;
  private static final int MINUTES = 20;
  private static final LocalTime AT = LocalTime.of(10, 0);
  private static final EnumSet<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private final RoundHistory history;
  private final StatedPresence presence;
  private final Colleagues colleagues;
  private final OrganisationCalendar calendar;

  RoundSeeding(
      RoundHistory history,
      StatedPresence presence,
      Colleagues colleagues,
      OrganisationCalendar calendar) {
    this.history = history;
    this.presence = presence;
    this.colleagues = colleagues;
    this.calendar = calendar;
  }

  void seed(List<PowerUser> powerUsers, Instant now) {
    var people = colleagues.people();
    var rounds = new ArrayList<PastRound>();
    for (int i = 0; i < powerUsers.size(); i++) {
      var employee = powerUsers.get(i).employee();
      var person = people.person(employee);
      var cast = Cast.ALL.stream().anyMatch(one -> one.name().equals(employee.name()));
      if (cast || i % 4 == 0) {
        history.plan(person, WEEK, AT);
        walk(person, i, now, rounds);
      }
      if (employee.name().equals(Cast.LIAM.name())) {
        presence.say(person, new Stated(Stated.Kind.ROUND, now.plusSeconds(3600)));
      } else if (employee.name().equals(Cast.JOOST.name())) {
        presence.say(person, new Stated(Stated.Kind.BUSY, now.plusSeconds(3600)));
      }
    }
    history.addAll(rounds);
  }

  /** On most of the last working days. */
  private void walk(PersonId person, int which, Instant now, List<PastRound> rounds) {
    var working = calendar.current();
    var today = LocalDate.ofInstant(now, working.zone());
    for (int back = 1; back <= DAYS; back++) {
      var day = today.minusDays(back);
      if (working.isWorkingDay(day) && (back + which) % 3 != 0) {
        var start = day.atTime(AT).plusMinutes(back + which).atZone(working.zone()).toInstant();
        rounds.add(new PastRound(person, start, MINUTES + back, 1 + (back + which) % 3));
      }
    }
  }
}
