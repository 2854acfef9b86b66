package nl.steunpunt.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import nl.steunpunt.network.Absences;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The built-in desk, from hand-over to closing. */
@SteunpuntTest
class DeskTest {
  @Autowired World world;
  @Autowired Absences absences;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private Handed question;

  @BeforeEach
  void handOver() {
    question = Handed.over(world);
  }

  private MvcTestResult act(Colleague who, String act, String... fields) {
    return world.as(who).post(question.desk(act), fields);
  }

  private boolean isInQueue(String queue) {
    return question.timesInQueue(world, world.pieter(), queue) == 1;
  }

  @Test
  void whatIsHandedOverIsInTheQueueOnceWithItsRouteAndWhatWasTried() {
    var rows =
        world.as(world.pieter()).page("/desk").select("a.inbox-row[href=" + question.path() + "]");
    assertThat(rows).hasSize(1);
    assertThat(rows.text()).contains(Handed.TEXT, "Fatima probeerde:", Handed.TRIED);
    assertThat(rows.select(".desk-route").text()).isEqualTo("Eerder gevraagd aan: Fatima → desk");
  }

  @Test
  void whatTheDeskMayNotSeeIsNotThere() {
    var asked =
        world
            .as(world.sanne())
            .post("/questions", "system", world.nova().toString(), "text", "Nog bij Fatima");
    var other = asked.getResponse().getRedirectedUrl();
    assertThat(world.as(world.pieter()).get("/desk" + other)).hasStatus(404);
    assertThat(world.as(world.pieter()).get("/desk/questions/987654321")).hasStatus(404);
    assertThat(world.as(world.pieter()).get("/desk" + question.path())).hasStatusOk();
  }

  @Test
  void theQueueSpeaksTheLanguageOfItsReader() {
    sql.sql("update people.person set language = 'en' where id = :id")
        .param("id", world.pieter().id())
        .update();
    assertThat(world.as(world.pieter()).page("/desk").text())
        .contains("Not taken", "Fatima tried:", "Asked before: Fatima → desk");
  }

  @Test
  void onlyTheHelpdeskHasAQueue() {
    for (var stranger :
        new Colleague[] {world.sanne(), world.fatima(), world.marieke(), world.willemijn()}) {
      assertThat(world.as(stranger).get("/desk")).hasStatus(404);
      assertThat(act(stranger, "taking")).hasStatus(404);
      assertThat(act(stranger, "closure", "reason", "solved", "text", "Klaar")).hasStatus(404);
    }
    assertThat(isInQueue("/desk?show=untaken")).isTrue();
  }

  @Test
  void withoutScriptsWhatTheDeskDoesHasAPageOfItsOwn() {
    var pieter = world.as(world.pieter());
    var link = pieter.page(question.path()).select(".question-panels noscript a[href^=/desk]");
    var page = pieter.page(link.attr("href"));
    assertThat(page.select(".menu")).hasSize(1);
    assertThat(page.select("main a").eachAttr("href")).contains(question.path());
    assertThat(page.select("form[action$=/closure] [name=reason]")).hasSize(1);
  }

  @Test
  void whoTakesItIsSeenByAskerAndColleagues() {
    sql.sql("delete from platform.live_event").update();
    act(world.pieter(), "taking");
    assertThat(world.as(world.sanne()).page(question.path()).select(".situation-next").text())
        .startsWith("Pieter Hoekstra van de helpdesk heeft de vraag");
    assertThat(world.as(world.pieter()).page(question.path()).select(".situation-next").text())
        .startsWith("Jij hebt de vraag");
    assertThat(isInQueue("/desk?show=mine")).isTrue();
    assertThat(isInQueue("/desk?show=untaken")).isFalse();
    assertThat(
            sql.sql("select person_id from platform.live_event where detail = 'taken'")
                .query(Long.class)
                .list())
        .contains(
            world.sanne().id().value(), world.fatima().id().value(), world.chantal().id().value());
  }

  @Test
  void twoTakeTheSameAndTheSecondIsTold() {
    assertThat(act(world.pieter(), "taking")).hasStatus(303);
    var second = act(world.chantal(), "taking");
    assertThat(second).hasStatus(409);
    assertThat(second).bodyText().contains("Een collega was je net voor");
    assertThat(question.acts(world, world.chantal())).contains("Pieter Hoekstra heeft deze");
  }

  @Test
  void takingTwiceIsTakingOnce() {
    act(world.pieter(), "taking");
    assertThat(act(world.pieter(), "taking")).hasStatus(303);
    assertThat(
            world.as(world.sanne()).page(question.path()).select(".stop").eachText().stream()
                .filter(stop -> stop.startsWith("Pieter")))
        .hasSize(1);
  }

  @Test
  void takenOverFromAColleagueWhoHasItAndFromNobodyElse() {
    act(world.pieter(), "taking");
    var fromFatima = world.fatima().id().toString();
    assertThat(act(world.chantal(), "taking", "over", fromFatima)).hasStatus(409);
    assertThat(act(world.chantal(), "taking", "over", world.pieter().id().toString()))
        .hasStatus(303);
    assertThat(question.acts(world, world.pieter())).contains("heeft deze", "Neem over van");
  }

  @Test
  void whoLeftTheDeskHasNothingAnyMore() {
    act(world.pieter(), "taking");
    sql.sql("update people.person set roles = '{}' where id = :id")
        .param("id", world.pieter().id())
        .update();
    assertThat(question.timesInQueue(world, world.chantal(), "/desk?show=untaken")).isEqualTo(1);
    assertThat(act(world.chantal(), "taking")).hasStatus(303);
  }

  @Test
  void onlyWhoHasItPutsItBack() {
    act(world.pieter(), "taking");
    act(world.chantal(), "release");
    assertThat(isInQueue("/desk?show=mine")).isTrue();
    act(world.pieter(), "release");
    assertThat(isInQueue("/desk?show=untaken")).isTrue();
  }

  @Test
  void closedWithAReasonAndTheAskerIsTold() {
    act(
        world.pieter(),
        "closure",
        "reason",
        "solved",
        "text",
        "Code staat er weer",
        "couldPowerUser",
        "true");
    var page = world.as(world.sanne()).page(question.path());
    assertThat(page.select("#situation .badge").text()).isEqualTo("Opgelost");
    assertThat(page.select(".message-answer .message-text").text()).isEqualTo("Code staat er weer");
    assertThat(isInQueue("/desk")).isFalse();
    assertThat(question.acts(world, world.chantal()))
        .contains("Pieter Hoekstra sloot af: Opgelost · een power user had dit kunnen oplossen");
  }

  @Test
  void closingTellsWhatIsMissing() {
    assertThat(act(world.pieter(), "closure", "reason", "returned", "text", "Klaar"))
        .hasStatus(422);
    assertThat(act(world.pieter(), "closure", "reason", "solved", "text", " ")).hasStatus(422);
  }

  @Test
  void aColleagueClosedItBefore() {
    act(world.pieter(), "closure", "reason", "solved", "text", "Gedaan");
    assertThat(act(world.chantal(), "closure", "reason", "not_ours", "text", "Nee")).hasStatus(409);
    assertThat(act(world.chantal(), "taking")).hasStatus(409);
  }

  @Test
  void whatComesBackIsANewTicketThatNobodyHas() {
    act(world.pieter(), "taking");
    act(world.pieter(), "closure", "reason", "known_issue", "text", "Gedaan");
    world.as(world.sanne()).post(question.path() + "/reopening");
    assertThat(isInQueue("/desk?show=untaken")).isTrue();
    act(world.chantal(), "closure", "reason", "solved", "text", "Nu echt");
    assertThat(
            sql.sql(
                    "select close_reason from helpdesk.ticket where question_id = :id order by came_at")
                .param("id", Long.valueOf(question.number()))
                .query(String.class)
                .list())
        .containsExactly("known_issue", "solved");
  }

  @Test
  void backToThePowerUserWithAdvice() {
    assertThat(question.acts(world, world.pieter())).contains("Terug naar Fatima El Idrissi");
    act(world.pieter(), "return", "advice", "Kijk bij Stamgegevens");
    assertThat(isInQueue("/desk")).isFalse();
    var page = world.as(world.fatima()).page(question.path());
    assertThat(page.select(".message-advice .message-text").text())
        .isEqualTo("Kijk bij Stamgegevens");
    assertThat(page.select("#situation .badge").text()).isEqualTo("Bij power user");
    assertThat(question.acts(world, world.pieter())).contains("Teruggegeven met advies");
  }

  @Test
  void whoIsAwayGetsNothingBackAndTheDeskSeesWhoDoes() {
    var now = clock.instant();
    absences.plan(world.fatima().id(), now, now.plus(Duration.ofDays(2)));
    assertThat(question.acts(world, world.pieter()))
        .contains("Fatima El Idrissi is er niet", "Naar Joost Bakker");
    act(world.pieter(), "return", "advice", "Kijk bij Stamgegevens");
    assertThat(world.as(world.joost()).page("/inbox").text()).contains(Handed.TEXT);
  }

  @Test
  void theDeskAsksBack() {
    world.as(world.pieter()).post(question.path() + "/messages", "text", "Sinds wanneer?");
    assertThat(world.as(world.sanne()).page(question.path()).select(".message-text").text())
        .contains("Sinds wanneer?");
    assertThat(
            world
                .as(world.pieter())
                .page("/desk")
                .select("a.inbox-row[href=" + question.path() + "]")
                .text())
        .contains("Wacht op de vrager");
  }

  @Test
  void theDeskSeesTheStepsWithoutTheirTimes() {
    var steps = ".stop:contains(Fatima)";
    assertThat(world.as(world.pieter()).page(question.path()).select(steps)).isNotEmpty();
    assertThat(world.as(world.pieter()).page(question.path()).select(steps + " time")).isEmpty();
    assertThat(world.as(world.sanne()).page(question.path()).select(steps + " time")).isNotEmpty();
    assertThat(world.as(world.fatima()).page(question.path()).select(steps + " time")).isNotEmpty();
  }

  @Test
  void theQueueIsBesideTheQuestion() {
    var page = world.as(world.pieter()).page(question.path());
    var list = page.select(".question-inbox").attr("hx-get");
    assertThat(world.as(world.pieter()).page(list).select("a.inbox-row[aria-current]").attr("href"))
        .isEqualTo(question.path());
  }
}
