package nl.steunpunt.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import nl.steunpunt.demo.Colleagues.Found;
import nl.steunpunt.network.Candidacies;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.ConstituencyRule;
import nl.steunpunt.network.ConstituencyRule.Kind;
import nl.steunpunt.network.CoverHistory;
import nl.steunpunt.network.Grant;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far each agreement is, and who could become a power user where nobody is. */
@Component
class MandateSeeding {
  /** Fatima's manager is asked for more: a request that the demo's cast can decide. */
  private static final int FATIMAS_ASKED_SHARE = 25;

  private final Mandates mandates;
  private final Candidacies candidacies;
  private final Constituencies constituencies;
  private final CoverHistory cover;
  private final Systems systems;
  private final Colleagues colleagues;
  private final OrganisationCalendar calendar;

  MandateSeeding(
      Mandates mandates,
      Candidacies candidacies,
      Constituencies constituencies,
      CoverHistory cover,
      Systems systems,
      Colleagues colleagues,
      OrganisationCalendar calendar) {
    this.mandates = mandates;
    this.candidacies = candidacies;
    this.constituencies = constituencies;
    this.cover = cover;
    this.systems = systems;
    this.colleagues = colleagues;
    this.calendar = calendar;
  }

  /** A start that was cut off is taken up again: what stands already is left alone. */
  void tell(MandateId mandate, PowerUser powerUser, Found people, Instant now) {
    var words = powerUser.agreed().split(" ", 2);
    var lead = new PersonId(people.id(Cast.MARIEKE.employeeNumber()));
    var manager =
        new PersonId(people.id(Objects.requireNonNull(powerUser.employee().managerNumber())));
    switch (words[0]) {
      case "yes" -> mandates.agree(mandate, manager, workingDaysAgo(25, now));
      case "recorded" -> {
        if (mandates.agree(mandate, manager, workingDaysAgo(25, now))) {
          var erik = new PersonId(people.id(Cast.ERIK.employeeNumber()));
          mandates.recorded(mandate, erik, workingDaysAgo(12, now));
        }
      }
      case "asked" -> {
        if (mandates.asked(mandate, lead, workingDaysAgo(number(words), now))) {
          mandates.catchUp(mandate);
        }
      }
      case "other" -> {
        if (mandates.asked(mandate, lead, workingDaysAgo(5, now))) {
          mandates.otherShare(
              mandate,
              number(words),
              "Meer kan ik in het hoogseizoen niet missen",
              workingDaysAgo(1, now));
        }
      }
      default -> {}
    }
    if (powerUser.weeks() != null) {
      mandates.catchUp(mandate);
    }
  }

  /** In the two departments with a hole, and where two serve one team. */
  @Transactional
  void candidates(Organisation novum, Instant now) {
    var nova = systems.byKey(NetworkSeeding.NOVA).orElseThrow().id();
    var people = colleagues.people();
    var used = new HashSet<Employee>();
    for (var row : Tables.rows("candidates.csv")) {
      var team =
          novum.employees().stream()
              .filter(e -> e.department().equals(row.get("team")))
              .filter(e -> Cast.ALL.stream().noneMatch(c -> c.name().equals(e.name())))
              .toList();
      var one = team.stream().skip(2).filter(used::add).findFirst().orElseThrow();
      var who = people.person(one);
      var how = row.get("how").split(" ", 2);
      switch (how[0]) {
        case "volunteer" ->
            candidacies.volunteer(who, nova, row.get("text"), now.minus(Duration.ofDays(3)));
        case "named" ->
            team.stream()
                .filter(e -> !e.equals(one))
                .limit(number(how))
                .forEach(e ->
                    candidacies.nominate(
                        people.person(e), nova, who, now.minus(Duration.ofDays(4))));
        default -> declined(who, row.get("team"), nova, row.get("text"), now);
      }
    }
    var fatima = people.person(novum.member(Cast.FATIMA));
    var marieke = people.person(novum.member(Cast.MARIEKE));
    mandates
        .of(fatima, nova)
        .ifPresent(mandate ->
            mandates.changeAsked(
                mandate.id(),
                marieke,
                FATIMAS_ASKED_SHARE,
                "Rond de maandafsluiting komt heel Finance naar haar",
                workingDaysAgo(2, now)));
    constituencies.recomputeFor(nova);
    cover.stoodSince(nova, now.minus(NetworkSeeding.SIX_WEEKS), now);
  }

  private void declined(PersonId who, String team, SystemId nova, String words, Instant now) {
    var marieke = new PersonId(colleagues.people().id(Cast.MARIEKE.employeeNumber()));
    var mandate =
        mandates.grant(
            new Grant(
                who,
                nova,
                10,
                Set.of(new ConstituencyRule(Kind.DEPARTMENT, colleagues.departments().id(team))),
                Set.of()),
            workingDaysAgo(8, now));
    mandates.asked(mandate, marieke, workingDaysAgo(8, now));
    mandates.declined(mandate, words, workingDaysAgo(6, now));
  }

  private static int number(String[] words) {
    return Integer.parseInt(words[1]);
  }

  private Instant workingDaysAgo(int days, Instant now) {
    var working = calendar.current();
    LocalDate day = LocalDate.ofInstant(now, working.zone());
    for (var left = days; left > 0; ) {
      day = day.minusDays(1);
      left -= working.isWorkingDay(day) ? 1 : 0;
    }
    return working.nextWorkingMoment(day.atTime(10, 0).atZone(working.zone()).toInstant());
  }
}
