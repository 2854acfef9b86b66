package nl.steunpunt.network.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.network.Absences;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.WorkDone;
import nl.steunpunt.network.WorkKind;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A power user's week: what is counted, what they make of it, and who sees what of it. */
@SteunpuntTest
class HoursTest {
  record Done(
      PersonId by,
      SystemId system,
      WorkKind kind,
      long subject,
      @Nullable Integer minutes,
      Instant at)
      implements WorkDone {}

  @Autowired World world;
  @Autowired Mandates mandates;
  @Autowired Absences absences;
  @Autowired WeekClosing closing;
  @Autowired List<RetentionRule> rules;
  @Autowired List<PersonalRecords> records;
  @Autowired ApplicationEventPublisher facts;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  Browser fatima;
  MandateId fatimas;
  Week now;

  @BeforeEach
  void fatima() {
    fatima = world.as(world.fatima());
    fatimas = mandates.of(world.fatima().id(), world.nova()).orElseThrow().id();
    now = Week.at(clock.instant());
  }

  private String ask(Colleague by) {
    var reply =
        world
            .as(by)
            .post("/questions", "system", world.nova().toString(), "text", "Hoe sluit ik af");
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

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

  private long piece(String kind) {
    return sql.sql("select max(id) from network.work where person_id = :me and kind = :kind")
        .param("me", world.fatima().id())
        .param("kind", kind)
        .query(Long.class)
        .single();
  }

  /** What stands over the whole week, over all the screen's small numbers. */
  private String shown() {
    return fatima.page("/hours").expectFirst(".hours-total strong").text();
  }

  private MvcTestResult enter(Browser who, String minutes) {
    return who.post(
        "/hours/pieces",
        "mandate",
        fatimas.toString(),
        "day",
        java.time.LocalDate.ofInstant(clock.instant(), clock.getZone()).toString(),
        "kind",
        "round",
        "minutes",
        minutes,
        "note",
        "Derde verdieping",
        "week",
        now.word());
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
        .isEqualTo("Hoe sluit ik af");
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
  void spentHoursSendTheNextQuestionToTheDeputyAndMyScreenSaysSo() {
    assertThat(holder(ask(world.sanne()))).isEqualTo(world.fatima().id());
    enter(fatima, "700");
    var next = ask(world.sanne());
    assertThat(holder(next)).isEqualTo(world.joost().id());
    var route = world.as(world.sanne()).page(next).text();
    assertThat(route)
        .contains("je eigen power user wordt nu even ontzien")
        .doesNotContainPattern("\\b[Uu]ren\\b");
    assertThat(fatima.page("/hours").text()).contains("Je uren voor deze week zijn op");
    assertThat(fatima.page("/inbox").select(".away").text())
        .contains("Je uren voor deze week zijn op");
    fatima.post("/hours/pieces/" + piece("round") + "/correction", "minutes", "10");
    assertThat(holder(ask(world.sanne()))).isEqualTo(world.fatima().id());
  }

  private PersonId holder(String question) {
    return sql.sql("select power_user_id from support.question where id = :id")
        .param("id", Long.parseLong(question.substring(question.lastIndexOf('/') + 1)))
        .query(PersonId.class)
        .single();
  }

  @Test
  void quietHoursSendItToAnotherAndComeBackByThemselves() {
    var wall = clock.instant().atZone(clock.getZone());
    var day = String.valueOf(wall.getDayOfWeek().getValue());
    var set =
        fatima.post("/availability/quiet", "day", day, "from", "00:00", "until", "23:59:59.999999");
    assertThat(set).hasStatus(303);
    assertThat(holder(ask(world.sanne()))).isEqualTo(world.joost().id());
    assertThat(fatima.page("/inbox").select(".away").text()).contains("stille uren");
    fatima.post("/availability/quiet/removal", "day", day, "from", "00:00");
    assertThat(holder(ask(world.sanne()))).isEqualTo(world.fatima().id());
    var otherDay = String.valueOf(wall.getDayOfWeek().plus(1).getValue());
    fatima.post("/availability/quiet", "day", otherDay, "from", "09:00", "until", "12:00");
    fatima.post("/availability/quiet", "day", otherDay, "from", "11:00", "until", "13:00");
    assertThat(
            fatima
                .page("/availability")
                .select("form[action=/availability/quiet/removal] > span")
                .eachText())
        .hasSize(1)
        .first()
        .asString()
        .contains("09:00", "13:00");
    assertThat(holder(ask(world.sanne()))).isEqualTo(world.fatima().id());
    assertThat(fatima.post("/availability/quiet", "day", "1", "from", "12:00", "until", "09:00"))
        .hasStatus(422);
    assertThat(fatima.post("/availability/quiet", "from", "09:00", "until", "12:00"))
        .hasStatus(422);
  }

  // ---- what others see

  private void weeksBefore(int... minutes) {
    for (int n = 0; n < minutes.length; n++) {
      sql.sql(
              """
              insert into network.work_week (mandate_id, week, minutes, agreed_minutes)
              values (:m, :week, :minutes, 400) on conflict (mandate_id, week) do update set minutes = :minutes
              """)
          .param("m", fatimas)
          .param("week", now.plus(-1 - n).monday())
          .param("minutes", minutes[n])
          .update();
      sql.sql("insert into network.closed_week values (:week, :now) on conflict do nothing")
          .param("week", now.plus(-1 - n).monday())
          .param("now", clock.instant())
          .update();
    }
  }

  /** As if the last week came to its end now. */
  private void close() {
    sql.sql("delete from network.closed_week where week = :week")
        .param("week", now.plus(-1).monday())
        .update();
    closing.fireDue(clock.instant());
  }

  private void managedByNoor() {
    sql.sql("update people.person set manager_id = :noor where id = :fatima")
        .param("noor", world.noor().id())
        .param("fatima", world.fatima().id())
        .update();
  }

  @Test
  void theManagerSeesATotalAMonthOnceItIsAWeekOver() {
    managedByNoor();
    var today = java.time.LocalDate.ofInstant(clock.instant(), clock.getZone());
    var settled = today.minusDays(7).withDayOfMonth(1);
    for (var day : List.of(settled.minusDays(1), settled.minusMonths(1), settled)) {
      sql.sql(
              """
              insert into network.work (mandate_id, person_id, day, kind, seconds, note)
              values (:m, :me, :day, 'round', 5400, 'geheim')
              """)
          .param("m", fatimas)
          .param("me", world.fatima().id())
          .param("day", day)
          .update();
    }
    var page = world.as(world.noor()).page("/team-hours");
    assertThat(page.select("section h2").eachText()).contains("Fatima El Idrissi");
    assertThat(page.select(".team-months li strong").eachText()).containsExactly("3 u 0 min");
    assertThat(page.text()).doesNotContain("geheim", "Ronde");
    assertThat(world.as(world.joost()).page("/team-hours").text()).doesNotContain("Fatima");
    assertThat(world.as(world.marieke()).page("/team-hours").text()).doesNotContain("Fatima El");
  }

  @Test
  void afterThreeWeeksOverTheManagerIsAskedAndCanProposeMoreTime() {
    managedByNoor();
    agreed();
    weeksBefore(10, 500, 500, 500);
    close();
    assertThat(mails(world.noor()))
        .contains("Heeft Fatima El Idrissi meer tijd nodig, of minder werk?");
    var noor = world.as(world.noor());
    assertThat(noor.page("/team-hours").select(".alert-warning").text())
        .contains("meer tijd, of minder werk?");
    weeksBefore(500);
    assertThat(fatima.page("/hours").text()).contains("Je leidinggevende heeft nu de vraag");
    var path = "/team-hours/" + fatimas;
    assertThat(world.as(world.joost()).post(path + "/share", "share", "30")).hasStatus(404);
    assertThat(world.as(world.joost()).post(path + "/talk")).hasStatus(404);
    assertThat(noor.post(path + "/share", "share", "99")).hasStatus(422);
    assertThat(noor.post(path + "/share", "share", "25", "words", "Maandafsluiting"))
        .hasStatus(303);
    assertThat(noor.page("/team-hours").select(".alert-warning")).isEmpty();
    var asked = fatima.page("/mandate");
    assertThat(asked.text()).contains("Noor Visser wil een ander deel");
    var version = asked.expectFirst("input[name=version]").val();
    fatima.post("/mandate/" + fatimas + "/agreement", "version", version);
    assertThat(mandates.of(world.fatima().id(), world.nova()).orElseThrow().sharePercent())
        .isEqualTo(25);
    assertThat(noor.post(path + "/talk")).hasStatus(404);
  }

  @Test
  void orTheyTalkAndTheSameThreeWeeksAreNotAskedAgain() {
    managedByNoor();
    weeksBefore(10, 500, 500, 500);
    close();
    assertThat(world.as(world.noor()).post("/team-hours/" + fatimas + "/talk")).hasStatus(303);
    assertThat(mails(world.fatima())).contains("Noor Visser wil praten over je uren");
    weeksBefore(500);
    assertThat(fatima.page("/hours").text())
        .contains("Noor Visser wil met je praten over je uren")
        .doesNotContain("Staat dat er een week later nog");
    weeksBefore(10);
    close();
    assertThat(mails(world.noor()).stream().filter(subject -> subject.startsWith("Heeft")))
        .hasSize(1);
    assertThat(world.as(world.noor()).page("/team-hours").select(".alert-warning")).isEmpty();
  }

  @Test
  void whoStandsInIsAskedTooAndDecidesInTheManagersPlace() {
    managedByNoor();
    agreed();
    var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    world
        .as(world.noor())
        .post("/mandate-requests/deputies", "deputy", world.joost().email(), "until", "" + today);
    weeksBefore(10, 500, 500, 500);
    close();
    var question = "Heeft Fatima El Idrissi meer tijd nodig, of minder werk?";
    assertThat(mails(world.noor())).contains(question);
    assertThat(mails(world.joost())).contains(question);
    var share = "/team-hours/" + fatimas + "/share";
    assertThat(world.as(world.joost()).post(share, "share", "15")).hasStatus(303);
    var asked = fatima.page("/mandate").expectFirst("input[name=version]").val();
    fatima.post("/mandate/" + fatimas + "/agreement", "version", asked);
    assertThat(world.as(world.noor()).page("/mandate-requests/" + fatimas).text())
        .as("it is hers when he no longer stands in")
        .contains("Akkoord van " + world.noor().name());
  }

  @Test
  void theManagerIsNotAskedBeforeTheWeekCouldBePutRight() {
    managedByNoor();
    weeksBefore(500, 500, 500, 10);
    close();
    assertThat(mails(world.noor())).noneMatch(subject -> subject.startsWith("Heeft"));
    assertThat(world.as(world.noor()).page("/team-hours").select(".alert-warning")).isEmpty();
  }

  @Test
  void underUseIsToldToMeAloneAsAQuestion() {
    managedByNoor();
    weeksBefore(10, 20, 30);
    assertThat(fatima.page("/hours").text()).contains("Klopt dat?", "Alleen jij ziet dit");
    close();
    assertThat(mails(world.noor())).noneMatch(subject -> subject.contains("Fatima"));
    assertThat(world.as(world.noor()).page("/team-hours").select(".alert")).isEmpty();
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
  void theLeadSeesThatIAskForATalkAndNothingOfMyHours() {
    enter(fatima, "700");
    fatima.post("/hours/talk", "mandate", fatimas.toString());
    var lead = world.as(world.marieke());
    assertThat(lead.page("/network/mandates").text()).contains("Vraagt een gesprek");
    var one = lead.page("/network/mandates/" + fatimas).text();
    assertThat(one)
        .contains("Fatima El Idrissi vraagt een gesprek")
        .doesNotContain("11 u 40 min", "700");
    fatima.post("/hours/talk/withdrawal", "mandate", fatimas.toString());
    assertThat(lead.page("/network/mandates").text()).doesNotContain("Vraagt een gesprek");
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

  private void agreed() {
    sql.sql(
            "update network.mandate set stage = 'agreed', state = 'active', asked_share = null, due_at = null where id = :m")
        .param("m", fatimas)
        .update();
  }

  private List<String> mails(Colleague to) {
    return sql.sql("select subject from platform.mail where recipient = :to")
        .param("to", to.email())
        .query(String.class)
        .list();
  }
}
