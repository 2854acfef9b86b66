package nl.steunpunt.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The built-in desk, from hand-over to closing, and callers who come here first. */
@SteunpuntTest
class DeskTest {
  private static final String TEXT = "De btw-code is weg";

  @Autowired World world;
  @Autowired JdbcClient sql;

  private String handedOver() {
    var reply =
        world.as(world.sanne()).post("/questions", "system", world.nova().toString(), "text", TEXT);
    var question = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    world.as(world.fatima()).post(question + "/handover", "tried", "Code opnieuw gekozen");
    return question;
  }

  private static String number(String question) {
    return question.substring(question.lastIndexOf('/') + 1);
  }

  private boolean isInQueue(Colleague who, String question) {
    return !world.as(who).page("/desk").select("a[href=" + question + "]").isEmpty();
  }

  @Test
  void whatIsHandedOverIsInTheQueueOnceWithWhatWasTried() {
    var question = handedOver();
    var rows = world.as(world.pieter()).page("/desk").select("a[href=" + question + "]");
    assertThat(rows).hasSize(1);
    assertThat(rows.text()).contains(TEXT, "Fatima probeerde:", "Code opnieuw gekozen");
  }

  @Test
  void twoTakeTheSameAndTheSecondIsTold() {
    var question = handedOver();
    var taking = "/desk/questions/" + number(question) + "/taking";
    assertThat(world.as(world.pieter()).post(taking)).hasStatus(303);
    var second = world.as(world.chantal()).post(taking);
    assertThat(second).hasStatus(409);
    assertThat(second).bodyText().contains("Een collega was je net voor");
    assertThat(world.as(world.chantal()).page("/desk/questions/" + number(question)).text())
        .contains("Pieter Hoekstra heeft deze");
  }

  @Test
  void closedWithAReasonAndTheAskerIsTold() {
    var question = handedOver();
    var closing = "/desk/questions/" + number(question) + "/closure";
    world
        .as(world.pieter())
        .post(closing, "reason", "solved", "text", "Code staat er weer", "couldPowerUser", "true");
    var page = world.as(world.sanne()).page(question);
    assertThat(page.select("#situation .badge").text()).isEqualTo("Opgelost");
    assertThat(page.select(".message-answer .message-text").text()).isEqualTo("Code staat er weer");
    assertThat(isInQueue(world.pieter(), question)).isFalse();
    assertThat(
            sql.sql(
                    "select could_power_user and close_reason = 'solved' from helpdesk.ticket where question_id = :id")
                .param("id", Long.valueOf(number(question)))
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void notSolvedComesBackToTheQueue() {
    var question = handedOver();
    world
        .as(world.pieter())
        .post(
            "/desk/questions/" + number(question) + "/closure",
            "reason",
            "solved",
            "text",
            "Gedaan");
    world.as(world.sanne()).post(question + "/reopening");
    assertThat(isInQueue(world.pieter(), question)).isTrue();
  }

  @Test
  void backToThePowerUserWithAdvice() {
    var question = handedOver();
    world
        .as(world.pieter())
        .post("/desk/questions/" + number(question) + "/return", "advice", "Kijk bij Stamgegevens");
    assertThat(isInQueue(world.pieter(), question)).isFalse();
    var page = world.as(world.fatima()).page(question);
    assertThat(page.select(".message-advice .message-text").text())
        .isEqualTo("Kijk bij Stamgegevens");
    assertThat(page.select("#situation .badge").text()).isEqualTo("Bij power user");
  }

  @Test
  void theDeskAsksBack() {
    var question = handedOver();
    world.as(world.pieter()).post(question + "/messages", "text", "Sinds wanneer?");
    assertThat(world.as(world.sanne()).page(question).select(".message-text").text())
        .contains("Sinds wanneer?");
    assertThat(world.as(world.pieter()).page("/desk").select("a[href=" + question + "]").text())
        .contains("Wacht op de vrager");
  }

  @Test
  void aCallerIsSentToTheirPowerUserInOneTap() {
    var desk = world.as(world.pieter());
    assertThat(desk.page("/desk/caller?q=sanne").select(".caller-choice").text())
        .contains("Sanne de Vries");
    var call = desk.page("/desk/caller?person=" + world.sanne().id());
    assertThat(call.select("button[value=power_user]").text()).isEqualTo("Naar Fatima El Idrissi");
    var reply = call(world.sanne(), "power_user", "");
    assertThat(reply).hasStatus(303);
    assertThat(world.as(world.fatima()).page("/inbox").select(".inbox-row").text())
        .contains("Belt over een factuur");
    assertThat(world.as(world.sanne()).page("/").select("#mine").text())
        .contains("Belt over een factuur");
    assertThat(countDeskFirst()).isEqualTo(1);
  }

  @Test
  void aCallerKeptAtTheDeskOrSolvedOnThePhoneIsCountedApart() {
    call(world.emma(), "desk", "");
    assertThat(world.as(world.pieter()).page("/desk").text())
        .contains("Belt over een factuur", "Kwam hier het eerst");
    call(world.lotte(), "solved", "Opnieuw inloggen hielp");
    assertThat(world.as(world.lotte()).page("/").select("#mine").text()).contains("Opgelost");
    assertThat(countDeskFirst()).isEqualTo(2);
  }

  @Test
  void solvedWithoutSayingHowIsRefusedAndKeepsTheText() {
    var reply = call(world.emma(), "solved", "");
    assertThat(reply).hasStatus(422);
    assertThat(reply).bodyText().contains("Belt over een factuur", "Typ eerst iets");
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult call(
      Colleague caller, String way, String solution) {
    return world
        .as(world.pieter())
        .post(
            "/desk/caller",
            "person",
            caller.id().toString(),
            "system",
            world.nova().toString(),
            "text",
            "Belt over een factuur",
            "solution",
            solution,
            "way",
            way);
  }

  private long countDeskFirst() {
    return sql.sql("select count(*) from support.question where origin = 'desk_first'")
        .query(Long.class)
        .single();
  }
}
