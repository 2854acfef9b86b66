package nl.steunpunt.support.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nl.steunpunt.network.Absences;
import nl.steunpunt.network.Fullness;
import nl.steunpunt.network.Grant;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.NetworkTest;
import nl.steunpunt.network.Presence;
import nl.steunpunt.network.Stated;
import nl.steunpunt.network.StatedPresence;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Routing on what the database says at that moment. */
class RoutingTest extends NetworkTest {

  @Autowired Routing routing;
  @Autowired RoutingSnapshots snapshots;
  @Autowired LoadFolding folding;
  @Autowired Settings settings;
  @Autowired Absences absences;
  @Autowired Fullness fullness;
  @Autowired Presence presence;
  @Autowired StatedPresence stated;

  private PersonId asker;
  private PersonId fatima;
  private PersonId piet;
  private PersonId neighbour;
  private MandateId fatimas;

  @BeforeEach
  void network() {
    asker = person("Asker", creditors, thirdFloor);
    fatima = person("Fatima", finance, groningen);
    piet = person("Piet", finance, groningen);
    neighbour = person("Neighbour", finance, thirdFloor);
    fatimas = powerUser(fatima, 10, department(creditors));
    powerUser(piet, 10, department(finance));
    powerUser(neighbour, 10);
    constituencies.recomputeFor(erp);
  }

  @Test
  void theOwnPowerUserFirstWithoutLookingFurther() {
    presence.seen(List.of(new Presence.Seen(fatima, null)), NOW.minusSeconds(59));
    var snapshot = snapshots.ofConstituency(need(), NOW);
    assertThat(snapshot.place()).isEqualTo(new Place("T-Finance/Creditors", "T-Groningen/A/3"));
    assertThat(snapshot.candidates())
        .extracting(Candidate::person)
        .containsExactlyInAnyOrder(fatima, piet);
    assertThat(snapshot.candidates())
        .filteredOn(Candidate::present)
        .extracting(Candidate::person)
        .containsExactly(fatima);
    var routed = routing.route(need(), NOW);
    assertThat(routed.stop().powerUser()).isEqualTo(fatima);
    assertThat(routed.next())
        .isEqualTo(
            new NextStep(NextStep.Kind.NEXT_POWER_USER, NOW.plus(Duration.ofMinutes(30)), piet));
  }

  @Test
  void whoIsAwayNowIsNotAskedButIsOnceBack() {
    absences.plan(fatima, NOW, NOW.plusSeconds(3600));
    assertThat(routing.route(need(), NOW).stop().powerUser()).isEqualTo(piet);
    assertThat(routing.route(need(), NOW.plusSeconds(3600)).stop().powerUser()).isEqualTo(fatima);
    assertThat(routing.route(need(), NOW.minusSeconds(1)).stop().powerUser()).isEqualTo(fatima);
    absences.back(fatima, NOW.plusSeconds(60));
    assertThat(routing.route(need(), NOW.plusSeconds(60)).stop().powerUser()).isEqualTo(fatima);
  }

  @Test
  void whoIsFullComesLaterUntilItIsOver() {
    fullness.full(fatima, NOW.plusSeconds(60));
    assertThat(routing.route(need(), NOW).stop().powerUser()).isEqualTo(piet);
    assertThat(routing.route(need(), NOW.plusSeconds(60)).stop().powerUser()).isEqualTo(fatima);
    fullness.roomAgain(fatima);
    assertThat(routing.route(need(), NOW).stop().powerUser()).isEqualTo(fatima);
  }

  @Test
  void tenOpenQuestionsOfThisSystemFillTenPercent() {
    var crm = systems.create("test-crm", "CRM", null);
    open(fatima, erp, 9);
    open(fatima, crm, 5);
    assertThat(routing.route(need(), NOW).stop().powerUser()).isEqualTo(fatima);
    open(fatima, erp, 1);
    assertThat(routing.route(need(), NOW).stop().powerUser()).isEqualTo(piet);
    sql.sql("update support.question set status = 'solved' where power_user_id = :id")
        .param("id", fatima)
        .update();
    assertThat(routing.route(need(), NOW).stop().powerUser()).isEqualTo(fatima);
  }

  @Test
  void withNobodyOfTheConstituencyTheNearestOtherIsAsked() {
    absences.plan(fatima, NOW, NOW.plusSeconds(60));
    fullness.full(piet, NOW.plusSeconds(60));
    var far = person("Far", finance, groningen);
    powerUser(far, 10);
    var routed = routing.route(need(), NOW);
    assertThat(routed.route().stops())
        .extracting(Stop::powerUser)
        .containsExactly(neighbour, far, piet, null);
    assertThat(routed.stop().reasons())
        .extracting(Reason::word)
        .containsExactly("primary_absent", "same_floor", "light_load");
  }

  @Test
  void ofTwoAlikeWhoIsThereGoesBeforeWhoSaysToBeAwayAndARoundIsThere() {
    absences.plan(fatima, NOW, NOW.plusSeconds(7200));
    absences.plan(piet, NOW, NOW.plusSeconds(7200));
    var colleague = person("Colleague", finance, thirdFloor);
    powerUser(colleague, 10);
    var end = NOW.plusSeconds(60);
    assertThat(order(NOW)).startsWith(neighbour, colleague);
    presence.seen(
        List.of(new Presence.Seen(neighbour, null), new Presence.Seen(colleague, null)), NOW);
    stated.say(neighbour, new Stated(Stated.Kind.AWAY, end));
    assertThat(order(NOW)).startsWith(colleague, neighbour);
    assertThat(order(end)).as("at its end it is nothing").startsWith(neighbour, colleague);
    stated.say(colleague, new Stated(Stated.Kind.BUSY, end));
    assertThat(order(NOW)).startsWith(neighbour, colleague);
    presence.gone(colleague);
    stated.say(colleague, new Stated(Stated.Kind.ROUND, end));
    assertThat(order(NOW)).startsWith(colleague, neighbour);
  }

  @Test
  void theOwnPowerUserIsAskedFirstWhateverTheySayOfTheMoment() {
    presence.seen(List.of(new Presence.Seen(piet, null)), NOW);
    for (var kind : Stated.Kind.values()) {
      stated.say(fatima, new Stated(kind, NOW.plusSeconds(60)));
      assertThat(routing.route(need(), NOW).stop().powerUser()).isEqualTo(fatima);
    }
  }

  private List<PersonId> order(Instant at) {
    return routing.route(need(), at).route().stops().stream()
        .map(Stop::powerUser)
        .filter(Objects::nonNull)
        .toList();
  }

  @Test
  void whenAllAreFullTheOwnPowerUserIsAskedAndNoPlacesAreRead() {
    for (var someone : List.of(fatima, piet, neighbour)) {
      fullness.full(someone, NOW.plusSeconds(60));
    }
    var known = snapshots.ofConstituency(need(), NOW);
    assertThat(snapshots.withOthers(known, need(), RoutingSettings.USUAL, false).candidates())
        .isEqualTo(known.candidates());
    assertThat(routing.route(need(), NOW).stop().powerUser()).isEqualTo(fatima);
    assertThat(routing.route(need(fatima, piet), NOW).stop().powerUser()).isEqualTo(neighbour);
  }

  @Test
  void whoWasTriedStaysTried() {
    assertThat(routing.route(need(fatima), NOW).stop().powerUser()).isEqualTo(piet);
    assertThat(routing.route(need(fatima, piet), NOW).stop().powerUser()).isEqualTo(neighbour);
    assertThat(routing.route(need(fatima, piet, neighbour), NOW).stop().isHelpdesk()).isTrue();
    assertThat(routing.route(need(fatima, piet, neighbour), NOW).next()).isNull();
  }

  @Test
  void aPowerUserWhoFilesForAColleagueKeepsIt() {
    var filed = new Need(asker, neighbour, erp, null, false, null, Set.of());
    var routed = routing.route(filed, NOW);
    assertThat(routed.stop().powerUser()).isEqualTo(neighbour);
    assertThat(routed.stop().reasons().getFirst().word()).isEqualTo("asked_in_person");
    var byDeputy = new Need(asker, piet, erp, null, false, null, Set.of());
    assertThat(routing.route(byDeputy, NOW).route().stops())
        .extracting(Stop::powerUser)
        .containsExactly(piet, fatima, null);
    var byColleague = new Need(asker, lead, erp, null, false, null, Set.of());
    assertThat(routing.route(byColleague, NOW).stop().powerUser()).isEqualTo(fatima);
  }

  @Test
  void leaversAndOtherSystemsArePassedOver() {
    sql.sql("update people.person set active = false where id = :id").param("id", fatima).update();
    assertThat(routing.route(need(), NOW).stop().powerUser()).isEqualTo(piet);
    var crm = systems.create("test-crm", "CRM", null);
    var elsewhere = new Need(asker, asker, crm, null, false, null, Set.of());
    assertThat(routing.route(elsewhere, NOW).stop().isHelpdesk()).isTrue();
  }

  @Test
  void anEndedMandateIsNotAskedEvenBeforeTheNextRecompute() {
    sql.sql("update network.mandate set state = 'ended' where id = :id")
        .param("id", fatimas)
        .update();
    assertThat(routing.route(need(), NOW).stop().powerUser()).isEqualTo(piet);
  }

  @Test
  void patienceIsTheOrganisationsChoice() {
    routing.change(new RoutingSettings(45, 10, 1, 1.0));
    assertThat(routing.route(need(), NOW).next())
        .isEqualTo(new NextStep(NextStep.Kind.HELPDESK, NOW.plus(Duration.ofMinutes(45)), null));
  }

  /** The statement that picks twelve of thousands must pick those that the router would. */
  @Test
  void theNearestTwelveAreTheFirstTwelveOfTheRouter() {
    var topic = topics.create(erp, "login", "Inloggen", "Log-in");
    var seed = System.nanoTime();
    var random = new Random(seed);
    var all = new ArrayList<Candidate>();
    for (int n = 0; n < 60; n++) {
      all.add(anyone(random, n, topic));
    }
    sql.sql("update network.mandate set state = 'ended' where person_id in (:mine)")
        .param("mine", List.of(fatima, piet, neighbour))
        .update();
    var need = new Need(asker, asker, erp, topic, false, null, Set.of());
    var known = snapshots.ofConstituency(need, NOW);
    var twelve = new RoutingSettings(30, 10, 12, 1.0);
    var whole =
        new RoutingSnapshot(
            asker, known.place(), known.language(), asker, all, Set.of(), false, null, true, NOW);
    assertThat(new Router(twelve).route(snapshots.withOthers(known, need, twelve, true)).stops())
        .as("seed %d", seed)
        .isEqualTo(new Router(twelve).route(whole).stops());
    for (int tries = 1; tries <= 8; tries++) {
      var some = new RoutingSettings(30, 10, tries, 1.0);
      var router = new Router(some);
      var near = snapshots.withNear(known, need, some, true);
      assertThat(router.isDecidedBy(near))
          .as("seed %d, %d tries", seed, tries)
          .isEqualTo(all.stream().filter(one -> isNearWithRoom(one, router)).count() >= tries);
      if (router.isDecidedBy(near)) {
        assertThat(router.route(near).stops())
            .as("seed %d, %d tries", seed, tries)
            .isEqualTo(router.route(whole).stops());
      }
    }
  }

  private static boolean isNearWithRoom(Candidate one, Router router) {
    var near = new Place("T-Finance/Creditors", "T-Groningen/A/3");
    return !one.absent()
        && !router.isFull(one)
        && List.of(Nearness.SAME_DEPARTMENT, Nearness.SAME_FLOOR).contains(one.place().to(near));
  }

  /** Whatever becomes of questions, and whenever the changes are folded. */
  @Test
  void loadIsWhatWaits() {
    var seed = System.nanoTime();
    var random = new Random(seed);
    var crm = systems.create("test-crm", "CRM", null);
    for (var system : List.of(erp, crm)) {
      open(fatima, system, 4);
      open(piet, system, 3);
    }
    for (int n = 0; n < 60; n++) {
      var one = random.nextInt(8) == 0 ? "delete from support.question" : CHANGE;
      sql.sql(
              one
                  + " where id in (select id from support.question order by id desc limit 14 offset :n) and id % 3 = :n % 3")
          .param("n", random.nextInt(14))
          .param("status", random.nextBoolean() ? "with_power_user" : "closed")
          .param("to", List.of(fatima, piet, neighbour).get(random.nextInt(3)))
          .param("system", random.nextBoolean() ? erp : crm)
          .update();
      if (random.nextInt(4) == 0) {
        folding.fireDue(NOW);
      }
      assertThat(load("sum(waiting)", "load"))
          .as("seed %d", seed)
          .isEqualTo(load("count(*)", "question where status = 'with_power_user'"));
    }
    folding.fireDue(NOW);
    assertThat(
            sql.sql(
                    "select max(n) from (select count(*) n from support.load group by system_id, power_user_id)")
                .query(Long.class)
                .optional()
                .orElse(1L))
        .isEqualTo(1);
  }

  private static final String CHANGE =
      "update support.question set status = :status, power_user_id = :to, system_id = :system";

  private Map<String, Long> load(String sum, String of) {
    var found = new HashMap<String, Long>();
    sql.sql(
            "select system_id || ' ' || power_user_id as whose, %s as waiting from support.%s group by 1 having %s <> 0"
                .formatted(sum, of, sum))
        .query(row -> {
          found.put(row.getString("whose"), row.getLong("waiting"));
        });
    return found;
  }

  private Candidate anyone(Random random, int n, TopicId topic) {
    boolean knows = random.nextBoolean();
    boolean here = random.nextBoolean();
    boolean away = random.nextInt(4) == 0;
    boolean full = random.nextInt(4) == 0;
    int share = 1 + random.nextInt(5);
    int open = random.nextInt(6);
    var department = random.nextInt(8) == 0 ? creditors : finance;
    var places =
        List.of("T-Groningen/A/3/Z", "T-Groningen/A/2", "T-Groningen/B/3", "T-Utrecht/A/3", "");
    var path = places.get(random.nextInt(places.size()));
    var person = person("Any" + n, department, path.isEmpty() ? null : place(path), null);
    mandates.grant(new Grant(person, erp, share, Set.of(), knows ? Set.of(topic) : Set.of()), NOW);
    open(person, erp, open);
    if (here) {
      presence.seen(List.of(new Presence.Seen(person, "question-7")), NOW);
    }
    if (away) {
      absences.plan(person, NOW.minusSeconds(60), NOW.plusSeconds(60));
    }
    if (full) {
      fullness.full(person, NOW.plusSeconds(60));
    }
    return new Candidate(
        person,
        null,
        share,
        open,
        new Place(
            department == creditors ? "T-Finance/Creditors" : "T-Finance",
            path.isEmpty() ? null : path),
        "nl",
        knows,
        here,
        away,
        full,
        false);
  }

  private long place(String path) {
    return sql.sql("select id from people.location where path = :path")
        .param("path", path)
        .query(Long.class)
        .optional()
        .orElseGet(() -> location(null, path, path.split("/").length - 1));
  }

  private void open(PersonId powerUser, SystemId system, int questions) {
    IntStream.range(0, questions)
        .forEach(n ->
            sql.sql(
                    """
                    insert into support.question
                      (asker_id, filed_by_id, system_id, text, status, power_user_id, asked_at, changed_at)
                    values (:asker, :asker, :system, 'Help', 'with_power_user', :to, :at, :at)
                    """)
                .param("asker", asker)
                .param("system", system)
                .param("to", powerUser)
                .param("at", NOW)
                .update());
  }

  private Need need(PersonId... tried) {
    return new Need(asker, asker, erp, null, false, null, Set.of(tried));
  }
}
