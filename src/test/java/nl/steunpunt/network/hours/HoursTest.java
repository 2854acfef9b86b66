package nl.steunpunt.network.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.network.Absences;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.WorkDone;
import nl.steunpunt.network.WorkKind;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.world.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** A power user’s week: what is counted, what they make of it, and what is kept. */
class HoursTest extends HoursWorld {
  @Autowired Absences absences;
  @Autowired List<RetentionRule> rules;
  @Autowired List<PersonalRecords> records;
  @Autowired ApplicationEventPublisher facts;

  record Done(
      PersonId by,
      SystemId system,
      WorkKind kind,
      long subject,
      @Nullable Integer minutes,
      Instant at)
      implements WorkDone {}

  private void act(long question, Instant at) {
    facts.publishEvent(
        new Done(world.fatima().id(), world.nova(), WorkKind.QUESTION, question, null, at));
  }

  private int total() {
    return sql.sql("select minutes from network.work_week where mandate_id = :m and week = :week")
        .param("m", fatimas)
        .param("week", now.monday())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /** What stands over the whole week, over all the screen's small numbers. */
  private String shown() {
    return fatima.page("/hours").expectFirst(".hours-total strong").text();
  }

  @Test
  void whatIDoInAQuestionCountsAndAskingOrReadingDoesNot() {
    var question = ask(world.sanne());
    fatima.page(question);
    world.as(world.sanne()).post(question + "/messages", "text", "Ik heb haast");
    assertThat(total()).isZero();

    fatima.post(question + "/messages", "text", "Ik kijk even");
    assertThat(total()).isEqualTo(5);
    fatima.post(question + "/answer", "text", "Zet het filter uit");
    assertThat(total()).isBetween(5, 6);
    assertThat(shown()).endsWith("min");
    var number = question.substring(question.lastIndexOf('/') + 1);
    var piece = fatima.page("/hours").expectFirst(".hours-piece");
    assertThat(piece.select("summary").text()).contains("Vraag " + number + " · Hoe sluit ik af");
    assertThat(piece.select("a[href=/questions/" + number + "]").text())
        .isEqualTo("Bekijk de vraag");
  }

  /** A second chair sees a question no more after leaving it: the number stays, and the minutes. */
  @Test
  void whatIMayNotSeeAnyMoreHasANumberAndNoTitle() {
    var question = ask(world.sanne());
    var joost = world.as(world.joost());
    fatima.post(question + "/second-chair", "whom", world.joost().id().toString());
    joost.post(question + "/messages", "text", "Ik denk mee");
    assertThat(joost.page("/hours").select(".hours-piece").text()).contains("Hoe sluit ik af");
    joost.post(question + "/second-chair/leaving");
    var pieces = joost.page("/hours").select(".hours-piece");
    assertThat(pieces.text())
        .contains("Vraag " + question.substring(question.lastIndexOf('/') + 1))
        .doesNotContain("Hoe sluit ik af");
    assertThat(pieces.select("a[href=" + question + "]")).isEmpty();
  }

  @Test
  void myOwnQuestionIsNoWork() {
    var question = ask(world.fatima());
    fatima.post(question + "/messages", "text", "Er is haast bij");
    assertThat(total()).isZero();
  }

  @Test
  void talkingInTwoConversationsAtOnceCountsOnce() {
    var at = clock.instant();
    act(1001, at);
    act(1002, at.plusSeconds(60));
    act(1001, at.plusSeconds(120));
    assertThat(total()).isEqualTo(7); // 5 and 1 in the one, 1 in the other
    assertThat(
            sql.sql("select sum(seconds) from network.work where person_id = :me")
                .param("me", world.fatima().id())
                .query(Integer.class)
                .single())
        .isEqualTo(420);
  }

  @Test
  void aHelpMomentCountsForWhatWasTappedAndFollowsWhatIsPutRight() {
    var reply = fatima.post("/help-moments", "system", world.nova().toString(), "minutes", "15");
    var noted = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    var moment = noted.substring(0, noted.lastIndexOf('/'));
    assertThat(total()).isEqualTo(15);
    fatima.post(moment, "system", world.nova().toString(), "minutes", "30");
    assertThat(total()).isEqualTo(30);
    fatima.post(moment + "/removal");
    assertThat(total()).isZero();
  }

  @Test
  void iPutAPieceRightAndBack() {
    act(1001, clock.instant());
    var piece = piece("question");
    var week = "week";
    assertThat(
            fatima.post(
                "/hours/pieces/" + piece + "/correction", "minutes", "25", week, now.word()))
        .hasStatus(303);
    assertThat(total()).isEqualTo(25);
    var page = fatima.page("/hours");
    assertThat(page.select(".hours-piece").text())
        .contains("door jou aangepast", "Berekend: 5 minuten");
    fatima.post("/hours/pieces/" + piece + "/undoing", week, now.word());
    assertThat(total()).isEqualTo(5);
    assertThat(fatima.post("/hours/pieces/" + piece + "/removal", week, now.word())).hasStatus(422);
  }

  @Test
  void anOwnEntryIsAddedChangedAndRemoved() {
    assertThat(enter(fatima, "45")).hasStatus(303);
    assertThat(total()).isEqualTo(45);
    assertThat(fatima.page("/hours").select(".hours-piece").text())
        .contains("Ronde", "Derde verdieping");
    var path = "/hours/pieces/" + piece("round") + "/correction";
    var again = fatima.post(path, "minutes", "een kwartier", "standsOn", "/hours");
    assertThat(again).hasStatus(422);
    assertThat(Browser.html(again).select("form[action=" + path + "] [name=minutes]").val())
        .as("what was typed stays")
        .isEqualTo("een kwartier");
    fatima.post(path, "minutes", "0");
    assertThat(total()).isZero();
    fatima.post("/hours/pieces/" + piece("round") + "/removal");
    assertThat(fatima.page("/hours").select(".hours-piece")).isEmpty();
  }

  @Test
  void whatCannotBeIsSaidAndWhatWasTypedIsKept() {
    for (var minutes : List.of("", "0", "-5", "721", "1.5", "veel")) {
      var again = enter(fatima, minutes);
      assertThat(again).hasStatus(422);
      assertThat(Browser.html(again).expectFirst("#entry-note").val())
          .isEqualTo("Derde verdieping");
    }
    var tomorrow =
        fatima.post(
            "/hours/pieces",
            "mandate",
            fatimas.toString(),
            "day",
            now.plus(2).monday().toString(),
            "kind",
            "round",
            "minutes",
            "5");
    assertThat(Browser.html(tomorrow).select("[role=alert]").text()).contains("moet nog komen");
    assertThat(fatima.get("/hours?week=2026-W54")).hasStatus(404);
    assertThat(fatima.page("/hours?week=" + now.plus(-9).word()).select("#entry-title")).isEmpty();
  }

  @Test
  void nobodyElseFindsMyPieces() {
    enter(fatima, "45");
    var piece = "/hours/pieces/" + piece("round");
    for (var other :
        List.of(world.joost(), world.marieke(), world.noor(), world.erik(), world.willemijn())) {
      var browser = world.as(other);
      assertThat(browser.post(piece + "/correction", "minutes", "1")).hasStatus(404);
      assertThat(browser.post(piece + "/undoing")).hasStatus(404);
      assertThat(browser.post(piece + "/removal")).hasStatus(404);
      assertThat(enter(browser, "30")).hasStatus(404);
      assertThat(browser.post("/hours/talk", "mandate", fatimas.toString())).hasStatus(404);
    }
    assertThat(world.as(world.joost()).page("/hours").select(".hours-piece")).isEmpty();
    for (var other :
        List.of(world.sanne(), world.marieke(), world.noor(), world.erik(), world.pieter())) {
      assertThat(world.as(other).get("/hours")).hasStatus(404);
    }
    assertThat(total()).isEqualTo(45);
  }

  @Test
  void aDayAwayDoesNotCountAndNeedsNoReason() {
    enter(fatima, "45");
    var today = java.time.LocalDate.ofInstant(clock.instant(), clock.getZone());
    var begins = today.atStartOfDay(clock.getZone()).toInstant();
    absences.plan(
        world.fatima().id(), begins, today.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    assertThat(total()).isZero();
    assertThat(fatima.page("/hours").select(".is-absent").text()).contains("afwezig");
    assertThat(Browser.html(enter(fatima, "10")).select("[role=alert]").text())
        .contains("afwezige dagen tellen niet mee");
    absences.cancel(world.fatima().id(), begins);
    assertThat(total()).isEqualTo(45);
  }

  @Test
  void aWeekThatIsOverHasATotalAlsoOfNothingAndNoTimesOfDay() {
    weeksBefore(1, 1, 1);
    sql.sql("delete from network.work_week where week = :week")
        .param("week", now.plus(-1).monday())
        .update();
    act(1001, now.begins().minus(Duration.ofHours(80)));
    close();
    assertThat(
            sql.sql("select count(*) from network.work where last_at is not null and day < :monday")
                .param("monday", now.monday())
                .query(Integer.class)
                .single())
        .isZero();
    var totals =
        sql.sql("select count(*) from network.work_week where week = :week")
            .param("week", now.plus(-1).monday())
            .query(Integer.class)
            .single();
    assertThat(totals).isEqualTo(mandates.current(world.nova()).size());
    assertThat(closing.fireDue(clock.instant())).isEmpty();
  }

  @Test
  void afterItsTimeItGoesWithTheTotalOfItsWeek() {
    enter(fatima, "45");
    var hours =
        rules.stream().filter(rule -> rule.name().equals("hours")).findFirst().orElseThrow();
    assertThat(hours.forgetting().forget(now.begins(), 100)).isZero();
    assertThat(total()).isEqualTo(45);
    assertThat(hours.forgetting().forget(now.ends().plus(Duration.ofDays(1)), 100)).isPositive();
    assertThat(total()).isZero();
    assertThat(fatima.page("/hours").select(".hours-piece")).isEmpty();
  }

  @Test
  void itIsInMyFileAndErasedWithMyName() {
    enter(fatima, "45");
    fatima.post("/availability/quiet", "day", "7", "from", "09:00", "until", "12:00");
    var file = fatima.get("/account/data/export");
    assertThat(file).bodyText().contains("Derde verdieping", "quiet_hours", "week_totals");
    var me = world.fatima();
    records.forEach(
        module -> module.erase(new PersonalRecords.Leaver(me.id(), me.name(), me.email(), null)));
    for (var table : List.of("work", "quiet_hours")) {
      assertThat(
              sql.sql("select count(*) from network." + table + " where person_id = :me")
                  .param("me", me.id())
                  .query(Integer.class)
                  .single())
          .isZero();
    }
    assertThat(total()).isZero();
  }

  @Test
  void theApiTellsMineAndNobodyElses() {
    enter(fatima, "45");
    var path = "/api/v1/hours?week=" + now.word();
    var mine =
        world
            .api()
            .get()
            .uri(path)
            .header("Authorization", "Bearer " + world.token(world.fatima()));
    assertThat(mine).hasStatusOk().bodyJson().extractingPath("$.items[0].minutes").isEqualTo(45);
    assertThat(mine).bodyJson().extractingPath("$.items[0].agreedMinutes").asNumber().isNotNull();
    for (var other : List.of(world.marieke(), world.noor(), world.erik())) {
      assertThat(
              world.api().get().uri(path).header("Authorization", "Bearer " + world.token(other)))
          .hasStatusOk()
          .bodyJson()
          .extractingPath("$.items.length()")
          .isEqualTo(0);
    }
    assertThat(
            world
                .api()
                .get()
                .uri("/api/v1/hours?week=48")
                .header("Authorization", "Bearer " + world.token(world.fatima())))
        .hasStatus(400);
  }
}
