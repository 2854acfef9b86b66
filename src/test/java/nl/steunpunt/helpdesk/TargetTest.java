package nl.steunpunt.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.helpdesk.target.ReckoningAgain;
import nl.steunpunt.platform.time.Timed;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Queues, priorities, targets and notes, where the desk works with them. */
@SteunpuntTest
class TargetTest {
  @Autowired World world;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired List<Timed> timed;
  @Autowired ReckoningAgain reckoningAgain;

  private Handed question;

  @BeforeEach
  void handOver() {
    question = Handed.over(world);
  }

  private Browser desk() {
    return world.as(world.pieter());
  }

  private String row() {
    return desk().page("/desk").select("a.inbox-row[href=" + question.path() + "]").text();
  }

  private MvcTestResult act(String act, String... fields) {
    return desk().post(question.desk(act), fields);
  }

  private void put(String assignments) {
    sql.sql("update helpdesk.ticket set " + assignments + " where question_id = :id")
        .param("id", Long.valueOf(question.number()))
        .update();
  }

  private <T> T of(String column, Class<T> type) {
    return sql.sql("select " + column + " from helpdesk.ticket where question_id = :id and open")
        .param("id", Long.valueOf(question.number()))
        .query(type)
        .single();
  }

  private void tick() {
    timed.stream()
        .filter(one -> one.getClass().getSimpleName().startsWith("DueWarning"))
        .forEach(one -> one.fireDue(clock.instant()));
  }

  private void lookAgain() {
    reckoningAgain.look();
    assertThat(
            sql.sql(
                    """
                    select count(*) from helpdesk.ticket k left join helpdesk.reach_of_all() r on r.ticket = k.id
                     where k.open and (r.reach, coalesce(r.weighed, '')) is distinct from
                           (helpdesk.reach_of(k.id, k.question_id), coalesce(helpdesk.severity_of(k.id, k.question_id), ''))
                    """)
                .query(Long.class)
                .single())
        .as("of all in one go it is the same as of each")
        .isZero();
  }

  @Test
  void whatComesToTheDeskHasAPriorityAndAMomentAtOnce() {
    // Within working time some of the two hours may be over already, by some seconds.
    assertThat(row())
        .contains("Prioriteit P3 ")
        .containsAnyOf("nog 120 min", "nog 119 min", "nog 2 uur", "voor ");
    assertThat(question.acts(world, world.pieter()))
        .contains("voor de eerste reactie", "Kan verder, met moeite; één persoon geraakt.");
  }

  @Test
  void whoCannotGoOnComesSoonerAndTheAskerChoosesNothingElse() {
    var reply =
        world
            .as(world.emma())
            .post(
                "/questions",
                "system",
                world.nova().toString(),
                "text",
                "Niets werkt",
                "stuck",
                "true",
                "severity",
                "high",
                "priority",
                "1");
    question = new Handed(Objects.requireNonNull(reply.getResponse().getRedirectedUrl()));
    world.as(world.liam()).post(question.path() + "/handover", "tried", "Alles");
    assertThat(row()).contains("Prioriteit P2 ");
  }

  @Test
  void theMorePeopleAreHitTheSooner() {
    var issue = desk().post("/issues", "system", world.nova().toString(), "title", "Btw-code weg");
    var address = Objects.requireNonNull(issue.getResponse().getRedirectedUrl());
    desk().post(address + "/questions", "question", question.number());
    for (var one : List.of(world.emma(), world.lotte(), world.ahmet())) {
      world.as(one).post(address + "/me-too");
    }
    put("severity = 'high'");
    lookAgain();
    assertThat(of("reach", Integer.class)).isEqualTo(4);
    assertThat(row()).contains("Prioriteit P1 ").contains("4 mensen geraakt");
  }

  @Test
  void whatItsIssuesSayDecidesHowBadItIsUntilTheDeskSaysOtherwise() {
    issue("Knop staat scheef", "minor");
    assertThat(row()).contains("Prioriteit P4 ");
    assertThat(question.acts(world, world.pieter())).contains("Kan wachten, zegt het issue;");
    var stops = issue("Btw-code weg", "stops");
    assertThat(row()).as("the worst of them").contains("Prioriteit P2 ");
    act("severity", "severity", "normal");
    assertThat(row()).contains("Prioriteit P3 ");
    assertThat(question.acts(world, world.pieter()))
        .contains("Kan verder, met moeite, zegt de desk");
    act("severity", "severity", "");
    change(stops, "Btw-code weg", "stops", "resolved");
    lookAgain();
    assertThat(row()).as("what is resolved hits nobody").contains("Prioriteit P4 ");
  }

  private String issue(String title, String severity) {
    var made = desk().post("/issues", "system", world.nova().toString(), "title", title);
    var address = Objects.requireNonNull(made.getResponse().getRedirectedUrl());
    change(address, title, severity, "confirmed");
    desk().post(address + "/questions", "question", question.number());
    lookAgain();
    return address;
  }

  private void change(String issue, String title, String severity, String status) {
    var fields = new String[] {"title", title, "severity", severity, "status", status};
    assertThat(desk().post(issue, fields)).hasStatus(303);
  }

  @Test
  void theDeskSaysHowBadItIsAndTakesItBack() {
    var before = of("solve_by", java.time.OffsetDateTime.class);
    act("severity", "severity", "high");
    assertThat(row()).contains("Prioriteit P2 ");
    assertThat(of("solve_by", java.time.OffsetDateTime.class)).isBefore(before);
    act("severity", "severity", "");
    assertThat(of("solve_by", java.time.OffsetDateTime.class)).isEqualTo(before);
    assertThat(act("severity", "severity", "enorm")).hasStatus(422);
  }

  @Test
  void theTimeStandsStillWhileItWaitsForItsAsker() {
    desk().post(question.path() + "/messages", "text", "Sinds wanneer?");
    assertThat(
            of(
                "paused_at is not null and reacted_at is not null and warn_at is null",
                Boolean.class))
        .isTrue();
    put("paused_at = paused_at - interval '21 days'");
    var before = of("solve_by", java.time.OffsetDateTime.class);
    world.as(world.sanne()).post(question.path() + "/messages", "text", "Sinds maandag");
    assertThat(of("solve_by", java.time.OffsetDateTime.class)).isAfter(before.plusDays(14));
    assertThat(of("paused_at is null", Boolean.class)).isTrue();
  }

  @Test
  void aColleaguesWordIsAReactionAndThePowerUsersIsNot() {
    world.as(world.fatima()).post(question.path() + "/messages", "text", "Ik hoor het graag");
    assertThat(of("reacted_at is null", Boolean.class)).isTrue();
    act("taking");
    assertThat(of("reacted_at is null", Boolean.class)).isTrue();
    desk().post(question.path() + "/messages", "text", "Ik kijk ernaar");
    assertThat(of("reacted_at is null", Boolean.class)).isFalse();
    assertThat(question.acts(world, world.pieter())).contains("Wacht op de vrager");
  }

  @Test
  void theDeskIsWarnedOnceBeforeItIsLateAndOnceWhenItIs() {
    var now = clock.instant();
    put(
        "warn_at = '%s', react_by = '%s'"
            .formatted(now.minusSeconds(60), now.plus(Duration.ofDays(3))));
    sql.sql("delete from platform.live_event").update();
    tick();
    tick();
    assertThat(told()).containsOnly("nearly_late");
    assertThat(told())
        .hasSize(
            sql.sql(
                    "select count(*)::int from people.person where active and roles @> array['helpdesk']")
                .query(Integer.class)
                .single());
    assertThat(desk().page("/desk?show=near").select("a.inbox-row")).hasSize(1);
    put("react_by = '%s'".formatted(now.minus(Duration.ofDays(3))));
    tick();
    assertThat(told()).contains("late");
    assertThat(row()).contains("te laat");
  }

  private List<String> told() {
    return sql.sql("select detail from platform.live_event where detail like '%late'")
        .query(String.class)
        .list();
  }

  @Test
  void itsTopicSaysInWhichQueueItIsAndAnybodyMovesIt() {
    var topic =
        sql.sql("select min(id) from network.topic where system_id = :system")
            .param("system", world.nova())
            .query(Long.class)
            .single();
    var about = world.nova() + "." + topic;
    assertThat(desk().post("/desk/queues", "nameNl", "Rollen", "nameEn", "Roles", "about", about))
        .hasStatus(303);
    var reply =
        world
            .as(world.sanne())
            .post(
                "/questions",
                "system",
                world.nova().toString(),
                "topic",
                topic.toString(),
                "text",
                "Mijn rol klopt niet");
    var other =
        new Handed(Objects.requireNonNull(reply.getResponse().getRedirectedUrl())).again(world);
    var roles =
        sql.sql("select id from helpdesk.queue where name_nl = 'Rollen'")
            .query(Long.class)
            .single();
    var rows =
        new ArrayList<>(desk().page("/desk?queue=" + roles).select("a.inbox-row").eachAttr("href"));
    assertThat(rows).containsExactly(other.path());
    act("queue", "queue", roles.toString());
    assertThat(desk().page("/desk?queue=" + roles).select("a.inbox-row")).hasSize(2);
    assertThat(act("queue", "queue", "987654")).hasStatus(422);
    assertThat(desk().post("/desk/queues/" + roles + "/retirement")).hasStatus(303);
    assertThat(desk().page("/desk?queue=" + roles).select("a.inbox-row")).isEmpty();
    assertThat(row()).contains(Handed.TEXT);
  }

  @Test
  void aQueueNeedsANameOfItsOwnAndTheOneForAllElseStays() {
    assertThat(desk().post("/desk/queues", "nameNl", "", "nameEn", "x")).hasStatus(422);
    assertThat(desk().post("/desk/queues", "nameNl", "ALGEMEEN", "nameEn", "x")).hasStatus(422);
    var fallback =
        sql.sql("select id from helpdesk.queue where fallback").query(Long.class).single();
    assertThat(desk().post("/desk/queues/" + fallback + "/retirement")).hasStatus(409);
  }

  @Test
  void whoArrangesTheDeskIsNamedByTheAdministrator() {
    assertThat(desk().get("/desk/targets")).hasStatusOk();
    var willemijn = world.as(world.willemijn());
    var chantal = world.chantal().id().toString();
    assertThat(desk().post("/desk/targets/leads", "person", chantal)).hasStatus(404);
    assertThat(willemijn.post("/desk/targets/leads", "person", chantal)).hasStatus(303);
    assertThat(desk().get("/desk/targets")).hasStatus(404);
    assertThat(desk().post("/desk/queues", "nameNl", "Mijn", "nameEn", "Mine")).hasStatus(404);
    assertThat(desk().page("/desk").select("a[href=/desk/targets]")).isEmpty();
    assertThat(world.as(world.chantal()).get("/desk/queues")).hasStatusOk();
    for (var stranger : new Colleague[] {world.sanne(), world.fatima(), world.marieke()}) {
      assertThat(world.as(stranger).get("/desk/targets")).hasStatus(404);
    }
  }

  @Test
  void theTableIsTheOrganisations() {
    var form = desk().page("/desk/targets").expectFirst("form[action=/desk/targets]");
    var fields = new ArrayList<String>();
    form.select("[name=priority]").forEach(cell -> fields.addAll(List.of("priority", "1")));
    form.select("input[name=react]").forEach(cell -> fields.addAll(List.of("react", "5")));
    form.select("input[name=solve]").forEach(cell -> fields.addAll(List.of("solve", "1")));
    fields.addAll(List.of("someFrom", "2", "manyFrom", "20", "warnPercent", "50"));
    assertThat(desk().post("/desk/targets", fields.toArray(String[]::new))).hasStatus(303);
    lookAgain();
    assertThat(row()).contains("Prioriteit P1 ");
    fields.set(fields.indexOf("manyFrom") + 1, "1");
    assertThat(desk().post("/desk/targets", fields.toArray(String[]::new))).hasStatus(422);
  }

  @Test
  void aNoteIsTheDesksAlone() {
    act("notes", "note", "Belde gisteren ook al");
    assertThat(question.acts(world, world.chantal())).contains("Belde gisteren ook al");
    for (var stranger : new Colleague[] {world.sanne(), world.fatima(), world.marieke()}) {
      assertThat(world.as(stranger).get("/desk" + question.path())).hasStatus(404);
      assertThat(world.as(stranger).post(question.desk("notes"), "note", "Hoi")).hasStatus(404);
    }
    for (var one : new Colleague[] {world.sanne(), world.fatima()}) {
      assertThat(world.as(one).page(question.path()).html()).doesNotContain("Belde gisteren");
      assertThat(world.as(one).page("/account/data").html()).doesNotContain("Belde gisteren");
    }
    assertThat(world.as(world.pieter()).page("/account/data").text())
        .contains("Wat je bij de desk noteerde 1");
  }

  @Test
  void whoOfTheDeskAsksSeesNoNotesOnTheirOwn() {
    var asked =
        world
            .as(world.chantal())
            .post("/questions", "system", world.nova().toString(), "text", "Zelf vast");
    question = new Handed(Objects.requireNonNull(asked.getResponse().getRedirectedUrl()));
    sql.sql(
            "update support.question set status = 'with_helpdesk', desk_since = asked_at where id = :id")
        .param("id", Long.valueOf(question.number()))
        .update();
    act("notes", "note", "Weet ze dit niet?");
    assertThat(question.acts(world, world.pieter())).contains("Weet ze dit niet?");
    assertThat(question.acts(world, world.chantal()))
        .doesNotContain("Weet ze dit niet?", "Notities");
    assertThat(world.as(world.chantal()).post(question.desk("notes"), "note", "x")).hasStatus(404);
  }

  @Test
  void aNoteAtTheWrongQuestionIsRemovedByItsWriterAndNoteTwiceIsOnce() {
    var sending = "7d444840-9dc0-41d1-8245-5ffdce74fad2";
    act("notes", "note", "Verkeerde", "clientId", sending);
    act("notes", "note", "Verkeerde", "clientId", sending);
    var note = sql.sql("select id from helpdesk.note").query(Long.class).single();
    var removal = question.desk("notes/" + note + "/removal");
    assertThat(world.as(world.chantal()).post(removal)).hasStatus(404);
    assertThat(desk().post(removal)).hasStatus(303);
    assertThat(question.acts(world, world.pieter())).doesNotContain("Verkeerde");
    assertThat(act("notes", "note", " ")).hasStatus(422);
  }
}
