package nl.steunpunt.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import nl.steunpunt.helpdesk.outcome.OutcomeReckoning;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.Mandate;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.cover.By;
import nl.steunpunt.network.cover.CoverScreens;
import nl.steunpunt.people.OneClickSignIns;
import nl.steunpunt.people.People;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.time.Timed;
import nl.steunpunt.support.Suggestion;
import nl.steunpunt.support.SuggestionKind;
import nl.steunpunt.support.Suggestions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Starts the demo in a database of its own, which is empty each time. */
@SpringBootTest(properties = {"steunpunt.demo=true", "steunpunt.data=target/demo-data"})
@DirtiesContext
class SeedingTest {

  @Autowired JdbcClient sql;
  @Autowired Seeding seeding;
  @Autowired Brands brands;
  @Autowired People people;
  @Autowired Systems systems;
  @Autowired Mandates mandates;
  @Autowired Constituencies constituencies;
  @Autowired CoverScreens screens;
  @Autowired OneClickSignIns offered;
  @Autowired Suggestions suggestions;
  @Autowired Clock clock;
  @Autowired OrganisationCalendar calendar;
  @Autowired OutcomeReckoning reckoning;
  @Autowired List<Timed> timed;

  private final Organisation novum = Organisation.novum();

  @DynamicPropertySource
  static void emptyDatabase(DynamicPropertyRegistry unused) throws IOException {
    var data = Path.of("target/demo-data");
    if (Files.exists(data)) {
      try (var files = Files.walk(data)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Made small and square by the gate of an upload; a face is on paper only where a name is. */
  @Test
  void somePowerUsersHaveAFace() {
    assertThat(count("network.photo where length(jpeg) between 3000 and 40000")).isEqualTo(8);
    assertThat(
            count(
                "network.photo h join network.pub_power_user u on u.person_id = h.person_id join people.pub_person p on p.id = h.person_id and p.name = 'Fatima El Idrissi'"))
        .isOne();
    assertThat(count("network.profile where photo_printed and not name_printed")).isZero();
    assertThat(count("network.profile where photo_printed")).isEqualTo(6);
  }

  @Test
  void novumHasALogoAndColoursOfItsOwn() {
    var brand = brands.current();
    assertThat(brand.name()).isEqualTo("Novum");
    assertThat(brand.styleAddress()).isNotNull();
    assertThat(brand.logoAddress()).isNotNull();
    assertThat(brand.logoSaysName()).as("its name is drawn in it").isTrue();
    assertThat(brands.logo().orElseThrow().length).isLessThan(50_000);
  }

  @Test
  void everyoneIsThereWithRolesAndLineManager() {
    assertThat(count("people.pub_person where active")).isEqualTo(520);
    assertThat(count("people.pub_person where manager_id is null")).isEqualTo(1);
    for (var member : Cast.ALL) {
      var roles =
          sql.sql("select unnest(roles) from people.pub_person where email = :email")
              .param("email", member.email())
              .query(String.class)
              .list();
      assertThat(roles).as(member.name()).containsAll(member.roles());
    }
  }

  /** With the same codes that are printed today, and one piece to print anew. */
  @Test
  void whatHangsIsScanned() {
    assertThat(count("network.hanging where gone_on is null")).isEqualTo(7);
    assertThat(count("network.hanging where look = ''")).isOne();
    assertThat(
            count(
                "network.place_scan s join network.place_code c on c.code = s.code and c.withdrawn_at is null"))
        .isPositive();
    var before = count("network.place_scan");
    seeding.start();
    assertThat(count("network.place_scan")).isEqualTo(before);
  }

  @Test
  void theNetworkServesWhomTheOrganisationSaysItServes() {
    var nova = systems.byKey("erp").orElseThrow().id();
    assertThat(mandates.current(nova)).hasSize(20);
    assertThat(mandates.current(nova))
        .extracting(Mandate::state)
        .contains(Mandate.State.ACTIVE, Mandate.State.PROVISIONAL);
    var powerUsers = novum.powerUsers().stream().map(PowerUser::employee).toList();
    for (var employee : novum.employees()) {
      var first =
          constituencies.of(id(employee)).stream()
              .findFirst()
              .map(Constituencies.Serving::powerUserId);
      var expected = novum.powerUserOf(employee).map(PowerUser::employee).map(this::id);
      assertThat(first).as(employee.name()).isEqualTo(expected);
    }
    assertThat(screens.cover(nova, By.DEPARTMENT, null, null, 0, 20).conflicts())
        .extracting(c -> c.department())
        .containsOnly("Verkoop/Orderverwerking");
    assertThat(
            screens.cover(nova, By.DEPARTMENT, null, null, 0, 20).holes().stream()
                .filter(h -> h.people() > 1)
                .map(h -> h.department()))
        .containsOnly("Logistiek/Transport", "Service/Projecten");
    assertThat(powerUsers).hasSize(20);
  }

  /** Of twenty eight have no agreement, and the lead reads how it came so and what comes next. */
  @Test
  void theLeadSeesTheWeeksSoFarAndTheWayToBetter() {
    var nova = systems.byKey("erp").orElseThrow().id();
    var cover = screens.cover(nova, By.DEPARTMENT, null, null, 0, 20);
    var now = cover.weeks().getLast();
    assertThat(now.powerUsers()).isEqualTo(20);
    assertThat(now.agreed())
        .isEqualTo(12)
        .isEqualTo(
            (int)
                mandates.current(nova).stream()
                    .filter(mandate -> mandate.state() == Mandate.State.ACTIVE)
                    .count());
    assertThat(cover.weeks()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(cover.weeks()).extracting(week -> week.agreed()).isSorted();
    assertThat(cover.weeks()).allMatch(week -> week.unserved() != null && week.unserved() > 0);
    assertThat(List.of(cover.toAnswer(), cover.notAsked())).containsExactly(5, 3);
    assertThat(cover.leaving()).hasSize(3).filteredOn(one -> one.isBeingRenewed()).hasSize(1);
    assertThat(cover.leaving()).filteredOn(one -> one.leaves()).hasSize(1);
    assertThat(cover.shortTopics())
        .extracting(topic -> topic.key())
        .containsExactly("authorisations");
  }

  @Test
  void whatPowerUsersDidInPassingIsNoted() {
    assertThat(count("support.help_moment")).isEqualTo(Tables.rows("help-moments.csv").size());
    assertThat(
            count(
                "support.help_moment h join people.pub_person p on p.id = h.power_user_id"
                    + " where h.department_id = p.department_id"
                    + " and h.topic_id is not null and p.email = 'fatima.elidrissi@novum.example'"))
        .isPositive();
  }

  @Test
  void threeAreOverTheirHoursAndTheirManagersAreAsked() {
    assertThat(
            sql.sql(
                    """
                    select p.name from network.over_question q join network.mandate m on m.id = q.mandate_id
                      join people.pub_person p on p.id = m.person_id order by p.name
                    """)
                .query(String.class)
                .list())
        .containsExactly("Fatima El Idrissi", "Henk Oosterhuis", "Samira Benali");
  }

  @Test
  void questionsStandWhereTheStoryLeftThem() {
    var fromSignals = count("support.signal where state = 'became_question'");
    assertThat(ofStory("origin = 'asked'") - fromSignals)
        .isEqualTo(Script.load().questions().size());
    assertThat(ofStory("origin = 'desk_first'")).isEqualTo(Tables.rows("desk-calls.csv").size());
    assertThat(ofStory("status = 'closed' and outcome = 'confirmed'")).isGreaterThan(80);
    assertThat(ofStory("status = 'closed' and outcome = 'withdrawn'")).isEqualTo(4);
    assertThat(count("support.question where status = 'with_helpdesk'")).isEqualTo(5);
    assertThat(
            count(
                "support.question where status = 'with_power_user' and waiting_since is not null"))
        .isEqualTo(19);
    assertThat(count("support.question where status = 'with_power_user' and waiting_since is null"))
        .isEqualTo(4);
    assertThat(count("support.question where status = 'open'")).isZero();
    assertThat(
            ofStory(
                "outcome = 'potential' and status in ('solved', 'closed') and origin = 'asked'"))
        .isEqualTo(29);
  }

  private long ofStory(String which) {
    var begins = new Weeks(calendar.current(), clock.instant(), new Random(1)).begin();
    return count("support.question where asked_at >= '" + begins + "' and " + which);
  }

  /** So that what is counted by two weeks is a line and no point. */
  @Test
  void whatWasAskedBeforeTheStoryMakesLines() {
    reckoning.reckon();
    for (var dimension : List.of("topic", "place")) {
      var points =
          sql.sql(
                  """
                  select count(*) from helpdesk.outcome_part where dimension = :dimension
                     and (topic_id is not null or department is not null) group by topic_id, department
                   order by 1 desc limit 3
                  """)
              .param("dimension", dimension)
              .query(Long.class)
              .list();
      assertThat(points).as(dimension).hasSize(3).allMatch(many -> many > 1);
    }
    assertThat(
            sql.sql("select desk_first from helpdesk.outcome_span order by first_week")
                .query(Long.class)
                .list())
        .as("fewer and fewer called the helpdesk first")
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void theWarehouseIsOwedWhatHappenedLately() {
    assertThat(count("platform.webhook_delivery")).isBetween(20L, 80L);
  }

  @Test
  void signalsIssuesAndAnswersAreThereWithWhatBecameOfThem() {
    assertThat(count("support.signal")).isEqualTo(Script.load().signals().size());
    assertThat(
            count("support.signal where (state = 'became_question') <> (question_id is not null)"))
        .isZero();
    assertThat(count("support.signal where (state = 'became_issue') <> (issue_id is not null)"))
        .isZero();
    assertThat(count("issues.pub_issue")).as("of the story, and what rises").isEqualTo(28);
    assertThat(count("issues.pub_me_too")).isBetween(110L, 230L);
    assertThat(
            count(
                """
                issues.pub_me_too m join support.question q on q.id = m.question_id
                 where q.asker_id <> m.person_id
                """))
        .isZero();
    assertThat(count("issues.pointer")).isEqualTo(2);
    assertThat(count("support.answer")).isEqualTo(211);
    assertThat(count("support.answer where question_id is not null")).isEqualTo(11);
  }

  @Test
  void typingFindsSomethingAtOnce() {
    assertThat(suggestions.find("mijn wachtwoord ben ik kwijt", null, 5))
        .extracting(Suggestion::title)
        .contains("Ik ben mijn wachtwoord vergeten");
    assertThat(suggestions.find("factuur vraagt weer goedkeuring", null, 5))
        .extracting(Suggestion::kind)
        .contains(SuggestionKind.ISSUE);
  }

  @Test
  void aFirstLookAtEachScreenShowsLife() {
    var fatima = novum.member(Cast.FATIMA);
    var sanne = novum.member(Cast.SANNE);
    assertThat(with("power_user_id", fatima, "status = 'with_power_user'")).isBetween(3L, 6L);
    assertThat(
            with("power_user_id", fatima, "status = 'with_power_user' and stuck_until is not null"))
        .isEqualTo(1);
    assertThat(with("asker_id", sanne, "status = 'with_power_user'")).isEqualTo(1);
    assertThat(with("asker_id", sanne, "status = 'solved'")).isEqualTo(1);
    assertThat(count("support.signal where power_user_id is null and state = 'sent'")).isEqualTo(3);
  }

  private long with(String seat, Employee who, String state) {
    return sql.sql("select count(*) from support.question where " + seat + " = :id and " + state)
        .param("id", id(who))
        .query(Long.class)
        .single();
  }

  @Test
  void nothingIsDueTheMomentTheDemoStarts() {
    var due =
        sql.sql("select count(*) from support.question where next_at <= :now")
            .param("now", clock.instant())
            .query(Long.class)
            .single();
    assertThat(due).isZero();
    assertThat(count("support.question where asked_at > changed_at")).isZero();
  }

  @Test
  void theRouteExplainsItself() {
    var unexplained = count("support.step where kind = 'offered' and reasons = ''");
    var disputed = count("support.step where kind = 'disputed'");
    assertThat(unexplained).isEqualTo(disputed);
    assertThat(count("support.step where kind = 'offered' and reasons like 'primary%'"))
        .isGreaterThan(140);
  }

  @Test
  void onlyWhatIsOpenIsUnread() {
    assertThat(
            count(
                """
                support.participant p join support.question q on q.id = p.question_id
                 where q.status in ('solved', 'closed')
                   and p.read_up_to < (select coalesce(max(m.id), 0) from support.message m where m.question_id = q.id)
                """))
        .isZero();
    assertThat(
            count(
                """
                support.participant p join support.question q on q.id = p.question_id
                 where q.status = 'with_power_user' and p.person_id = q.power_user_id
                   and p.read_up_to < (select max(m.id) from support.message m where m.question_id = q.id)
                """))
        .isPositive();
  }

  @Test
  void everyoneWhoIsOfferedOnTheSignInPageIsThere() {
    assertThat(offered.offers())
        .hasSameSizeAs(Cast.ALL)
        .allSatisfy(offer -> assertThat(people.withEmail(offer.email())).isPresent());
  }

  @Test
  void startingAgainChangesNothing() {
    var before = everything();
    seeding.start();
    assertThat(everything()).isEqualTo(before);
  }

  /** The rule itself finds it, the first time that it looks. */
  @Test
  void oneTopicRisesBeyondItsUsualWeek() {
    timed.stream()
        .filter(one -> one.getClass().getSimpleName().equals("TopicWatching"))
        .forEach(one -> one.fireDue(clock.instant()));
    assertThat(
            sql.sql(
                    """
                    select t.key from issues.topic_rise r join network.pub_topic t on t.id = r.topic_id
                     where r.ended_on is null
                    """)
                .query(String.class)
                .list())
        .containsExactly(Script.rising().head().get(1));
  }

  private nl.steunpunt.people.PersonId id(Employee employee) {
    return people.withEmail(employee.email()).orElseThrow();
  }

  private List<Long> everything() {
    return List.of(
        count("people.pub_person"),
        count("network.pub_power_user"),
        count("network.pub_topic"),
        count("support.message"),
        count("support.signal"),
        count("support.answer"),
        count("issues.pub_me_too"));
  }

  private long count(String what) {
    return sql.sql("select count(*) from " + what).query(Long.class).single();
  }
}
