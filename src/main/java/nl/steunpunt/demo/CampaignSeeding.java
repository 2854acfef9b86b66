package nl.steunpunt.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.campaign.AwarenessHistory;
import nl.steunpunt.campaign.AwarenessHistory.PastWeek;
import nl.steunpunt.campaign.CampaignHistory;
import nl.steunpunt.campaign.CampaignHistory.PastStep;
import nl.steunpunt.network.Systems;
import nl.steunpunt.people.People;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.springframework.stereotype.Component;

/** A campaign half way: mailed and put up, but no desk signs yet, and the reminder is to come. */
@Component
class CampaignSeeding {
  private static final LocalTime AT = LocalTime.of(9, 30);
  private static final int NEXT_DAYS = 6;
  private static final int WEEKS = 9;
  private static final List<String> ASKED =
      List.of(
          "Finance/Crediteuren",
          "Finance/Debiteuren",
          "Inkoop/Inkoop Noord",
          "Verkoop/Orderverwerking",
          "Logistiek/Voorraadbeheer");

  private final CampaignHistory history;
  private final AwarenessHistory awareness;
  private final Systems systems;
  private final People people;
  private final OrganisationCalendar calendar;

  CampaignSeeding(
      CampaignHistory history,
      AwarenessHistory awareness,
      Systems systems,
      People people,
      OrganisationCalendar calendar) {
    this.history = history;
    this.awareness = awareness;
    this.systems = systems;
    this.people = people;
    this.calendar = calendar;
  }

  void seed(Instant now) {
    var nova = systems.byKey("erp").orElseThrow();
    var liveOn = nova.liveOn();
    if (liveOn == null) {
      return;
    }
    var steps = new ArrayList<PastStep>();
    steps.add(new PastStep("manager_mail", at(liveOn.minusDays(28)), true));
    steps.add(new PastStep("announcement", at(liveOn.minusDays(13)), true));
    steps.add(new PastStep("posters_up", at(liveOn.minusDays(6)), true));
    steps.add(new PastStep("intranet", at(liveOn), false));
    history.tell(
        nova.id(),
        liveOn,
        people.withEmail(Cast.MARIEKE.email()).orElseThrow(),
        List.copyOf(steps),
        working(LocalDate.ofInstant(now, calendar.current().zone()).plusDays(NEXT_DAYS)));
    awareness.addAll(nova.id(), weeks(now));
  }

  /** More and more know, but in stock control, where the manager has not said yes yet. */
  private List<PastWeek> weeks(Instant now) {
    var thisWeek = LocalDate.ofInstant(now, calendar.current().zone()).with(DayOfWeek.MONDAY);
    var weeks = new ArrayList<PastWeek>();
    for (int which = 0; which < ASKED.size(); which++) {
      for (int back = WEEKS; back > 0; back--) {
        var answers = 6 + (which * 5 + back * 7) % 9;
        var known =
            which == ASKED.size() - 1 ? 1 : answers * (WEEKS + 2 - back) / (WEEKS + 4 + which);
        var unsure = (answers - known) / 3;
        weeks.add(
            new PastWeek(
                thisWeek.minusWeeks(back),
                ASKED.get(which),
                known,
                unsure,
                answers - known - unsure));
      }
    }
    return weeks;
  }

  private Instant at(LocalDate day) {
    return working(day).atTime(AT).atZone(calendar.current().zone()).toInstant();
  }

  /** That day, or the last before it on which people work. */
  private LocalDate working(LocalDate day) {
    var working = day;
    while (!calendar.current().isWorkingDay(working)) {
      working = working.minusDays(1);
    }
    return working;
  }
}
