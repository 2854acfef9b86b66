package nl.steunpunt.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Several tickets at once, tickets that go together, and taking it all back. */
@SteunpuntTest
class DeedTest {
  @Autowired World world;
  @Autowired JdbcClient sql;

  private Handed first;
  private Handed second;
  private Handed third;

  @BeforeEach
  void handOver() {
    first = Handed.over(world);
    second = of(world.emma(), world.liam());
    third = Handed.over(world);
  }

  private Handed of(Colleague asker, Colleague powerUser) {
    var asked =
        world
            .as(asker)
            .post("/questions", "system", world.nova().toString(), "text", "The code is gone");
    var question = new Handed(Objects.requireNonNull(asked.getResponse().getRedirectedUrl()));
    world.as(powerUser).post(question.path() + "/handover", "tried", "Chose it again");
    return question;
  }

  private Browser desk() {
    return world.as(world.pieter());
  }

  private MvcTestResult bulk(String act, List<Handed> chosen, String... fields) {
    var all = new ArrayList<>(List.of("act", act));
    chosen.forEach(one -> all.addAll(List.of("question", one.number())));
    all.addAll(List.of(fields));
    return desk().post("/desk/bulk", all.toArray(String[]::new));
  }

  private MvcTestResult undo() {
    return desk().post(desk().page("/desk").expectFirst("form.desk-undo").attr("action"));
  }

  private List<String> rows(String address) {
    return desk().page(address).select("a.inbox-row").eachAttr("href");
  }

  private String status(Colleague asker, Handed question) {
    return world.as(asker).page(question.path()).select("#situation .badge").text();
  }

  private String canned() {
    desk()
        .post(
            "/desk/answers",
            "titleNl",
            "Hersteld",
            "textNl",
            "Hoi {voornaam}, hersteld",
            "titleEn",
            "Fixed",
            "textEn",
            "Dear {first_name}, fixed");
    return sql.sql("select max(id) from helpdesk.canned").query(Long.class).single().toString();
  }

  /** All that a deed can change of all tickets. */
  private String state() {
    return sql
        .sql(
            """
            select concat_ws(' ', question_id, taken_by, queue_id, severity, merged_into, parent_id, priority, reach, open)
              from helpdesk.ticket where open order by question_id
            """)
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.joining("\n"));
  }

  @Test
  void manyAreTakenAtOnceAndGivenBackByOneUndo() {
    world.as(world.chantal()).post(second.desk("taking"));
    bulk("take", List.of(first, second, third));
    assertThat(rows("/desk?show=mine")).containsExactlyInAnyOrder(first.path(), third.path());
    assertThat(desk().page("/desk").select(".desk-undo").text()).contains("2 meldingen opgepakt");
    assertThat(undo()).hasStatus(303);
    assertThat(rows("/desk?show=mine")).isEmpty();
    assertThat(desk().page("/desk").select(".desk-undo")).isEmpty();
    assertThat(second.acts(world, world.pieter())).contains("Chantal");
  }

  @Test
  void anUndoLeavesAloneWhatSomebodyChangedSince() {
    bulk("rate", List.of(first, third), "severity", "low");
    world.as(world.chantal()).post(third.desk("severity"), "severity", "high");
    undo();
    assertThat(first.acts(world, world.pieter())).contains("Kan verder, met moeite");
    assertThat(third.acts(world, world.pieter())).contains("Kan niet verder, zegt de desk;");
  }

  @Test
  void onlyOnesOwnDeedIsUndoneAndThatOnce() {
    bulk("take", List.of(first));
    var address = desk().page("/desk").expectFirst("form.desk-undo").attr("action");
    assertThat(world.as(world.chantal()).post(address)).hasStatus(404);
    assertThat(world.as(world.chantal()).page("/desk").select(".desk-undo")).isEmpty();
    assertThat(desk().post(address)).hasStatus(303);
    assertThat(desk().post(address)).hasStatus(409);
  }

  @Test
  void whatIsMergedGoesWithTheOtherAndEachReadsItInTheirOwnQuestion() {
    assertThat(desk().post(second.desk("merge"), "into", first.number())).hasStatus(303);
    assertThat(rows("/desk")).contains(first.path()).doesNotContain(second.path());
    assertThat(desk().page("/desk").select("a[href=" + first.path() + "]").text())
        .contains("1 gaat mee", "2 mensen geraakt");
    assertThat(first.acts(world, world.pieter())).contains("Gaat mee:", "Emma Clarke");
    assertThat(world.as(world.emma()).get(first.path()))
        .as("the conversation is its asker's")
        .hasStatus(404);
    assertThat(status(world.emma(), second)).isEqualTo("With helpdesk");

    bulk("close", List.of(first), "canned", canned());
    assertThat(status(world.sanne(), first)).isEqualTo("Opgelost");
    assertThat(status(world.emma(), second)).isEqualTo("Solved");
    assertThat(answer(world.sanne(), first)).isEqualTo("Hoi Sanne, hersteld");
    assertThat(answer(world.emma(), second)).isEqualTo("Dear Emma, fixed");
  }

  private String answer(Colleague asker, Handed question) {
    return world.as(asker).page(question.path()).select(".message-answer .message-text").text();
  }

  @Test
  void aMergeIsUndoneByItsDeedOrByTakingItApart() {
    desk().post(second.desk("merge"), "into", first.number());
    undo();
    assertThat(rows("/desk")).contains(first.path(), second.path());
    desk().post(second.desk("merge"), "into", first.number());
    world.as(world.chantal()).post(second.desk("merge/undoing"));
    assertThat(rows("/desk")).contains(first.path(), second.path());
  }

  @Test
  void whatGoesWithAnotherStandsAloneWhenThatOneLeaves() {
    desk().post(second.desk("merge"), "into", first.number());
    desk().post(first.desk("return"), "advice", "Kijk bij Stamgegevens");
    assertThat(rows("/desk")).contains(second.path()).doesNotContain(first.path());
  }

  @Test
  void takingBackWhatWasTakenApartMakesNoRingThatNobodySees() {
    desk().post(second.desk("merge"), "into", first.number());
    desk().post(second.desk("merge/undoing"));
    assertThat(world.as(world.chantal()).post(first.desk("merge"), "into", second.number()))
        .hasStatus(303);
    assertThat(undo()).hasStatus(303);
    assertThat(rows("/desk")).contains(second.path()).doesNotContain(first.path());
  }

  @Test
  void noChainAndNoCircle() {
    desk().post(second.desk("merge"), "into", first.number());
    assertThat(desk().post(first.desk("merge"), "into", third.number())).hasStatus(409);
    assertThat(desk().post(third.desk("merge"), "into", second.number())).hasStatus(409);
    assertThat(desk().post(first.desk("parent"), "into", second.number())).hasStatus(409);
    assertThat(desk().post(first.desk("merge"), "into", first.number())).hasStatus(422);
    assertThat(desk().post(first.desk("merge"), "into", "987654")).hasStatus(422);
  }

  @Test
  void aPartGoesItsOwnWay() {
    desk().post(second.desk("parent"), "into", first.number());
    assertThat(rows("/desk")).contains(first.path(), second.path());
    assertThat(first.acts(world, world.pieter())).contains("Onderdeel: Vraag " + second.number());
    assertThat(second.acts(world, world.pieter()))
        .contains("Onderdeel van Vraag " + first.number());
    desk().post(first.desk("closure"), "reason", "solved", "text", "Klaar");
    assertThat(status(world.emma(), second)).isEqualTo("With helpdesk");
    assertThat(second.acts(world, world.pieter())).contains("niet meer hier");
  }

  @Test
  void theSecondTroubleBecomesAQuestionOfTheSameAskerOnce() {
    var sending = "7d444840-9dc0-41d1-8245-5ffdce74fad2";
    var made =
        desk()
            .post(first.desk("split"), "text", "En de lijst is leeg", "sending", sending)
            .getResponse()
            .getRedirectedUrl();
    desk().post(first.desk("split"), "text", "En de lijst is leeg", "sending", sending);
    var other = new Handed(Objects.requireNonNull(made));
    assertThat(world.as(world.sanne()).page("/").select("#mine").text())
        .containsOnlyOnce("En de lijst is leeg");
    assertThat(world.as(world.sanne()).page(made).text())
        .contains("maakte hier een aparte vraag van");
    assertThat(other.acts(world, world.pieter()))
        .contains("Afgesplitst van Vraag " + first.number());
    assertThat(desk().page("/desk").select(".desk-undo").text()).contains("Eén vraag afgesplitst.");
    undo();
    assertThat(rows("/desk")).doesNotContain(made);
    assertThat(status(world.sanne(), other)).isEqualTo("Gesloten");
  }

  @Test
  void aSplitThatTheAskerWroteInStays() {
    var made =
        Objects.requireNonNull(
            desk()
                .post(first.desk("split"), "text", "En de lijst is leeg")
                .getResponse()
                .getRedirectedUrl());
    world.as(world.sanne()).post(made + "/messages", "text", "Klopt");
    undo();
    assertThat(rows("/desk")).contains(made);
  }

  @Test
  void closingManyIsUndoneForWhoHasNotAnsweredYet() {
    bulk("close", List.of(first, second), "canned", canned());
    world.as(world.sanne()).post(first.path() + "/confirmation");
    undo();
    assertThat(rows("/desk")).contains(second.path()).doesNotContain(first.path());
    assertThat(world.as(world.emma()).page(second.path()).text()).contains("opened it again");
    assertThat(status(world.sanne(), first)).isEqualTo("Gesloten");
  }

  /**
   * Not what a colleague found out and answered since, and not when everybody has gone on from it.
   */
  @Test
  void anUndoneClosingLeavesALaterOneClosed() {
    bulk("close", List.of(first, second), "canned", canned());
    world.as(world.sanne()).post(first.path() + "/reopening", "text", "Nog steeds weg");
    world
        .as(world.chantal())
        .post(
            first.desk("closure"),
            "reason",
            "solved",
            "text",
            "Het was de rol",
            "couldPowerUser",
            "true");
    assertThat(status(world.sanne(), first)).isEqualTo("Opgelost");
    undo();
    assertThat(rows("/desk")).contains(second.path()).doesNotContain(first.path());
    assertThat(status(world.sanne(), first)).isEqualTo("Opgelost");
    assertThat(
            sql.sql(
                    "select could_power_user from helpdesk.ticket where question_id = :id order by came_at desc limit 1")
                .param("id", Long.valueOf(first.number()))
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void anUndoComesWithinHalfAnHour() {
    bulk("close", List.of(first), "canned", canned());
    var address = desk().page("/desk").expectFirst("form.desk-undo").attr("action");
    sql.sql("update helpdesk.deed set done_at = done_at - interval '31 minutes'").update();
    assertThat(desk().page("/desk").select("form.desk-undo")).isEmpty();
    assertThat(desk().post(address)).hasStatus(409);
    assertThat(status(world.sanne(), first)).isEqualTo("Opgelost");
  }

  @Test
  void whatHasLeftIsLeftAlone() {
    world.as(world.sanne()).post(first.path() + "/withdrawal");
    bulk("take", List.of(first, second));
    assertThat(rows("/desk?show=mine")).containsExactly(second.path());
  }

  @Test
  void badChoicesAreRefusedInWords() {
    assertThat(desk().post("/desk/bulk", "act", "take")).hasStatus(422);
    assertThat(bulk("dance", List.of(first))).hasStatus(422);
    assertThat(bulk("move", List.of(first))).hasStatus(422);
    assertThat(bulk("close", List.of(first))).hasStatus(422);
    for (var stranger : List.of(world.sanne(), world.fatima(), world.marieke())) {
      assertThat(world.as(stranger).post("/desk/bulk", "act", "take", "question", first.number()))
          .hasStatus(404);
    }
  }

  @Test
  void closingOneFromItsPageIsUndoneTheSameWay() {
    assertThat(desk().post(first.desk("closure"), "reason", "solved", "text", "Hersteld"))
        .hasStatus(303);
    assertThat(desk().page("/desk").select(".desk-undo").text()).contains("gesloten");
    assertThat(undo()).hasStatus(303);
    assertThat(first.timesInQueue(world, world.pieter(), "/desk")).isOne();
    assertThat(world.as(world.sanne()).page(first.path()).text()).contains("Hersteld");
  }

  /** Whatever is done to whichever: one undo, and all stands as it stood. */
  @Test
  void anUndoneDeedLeavesNoTrace() {
    desk().post("/desk/queues", "nameNl", "Rollen", "nameEn", "Roles");
    var queue = sql.sql("select max(id) from helpdesk.queue").query(Long.class).single().toString();
    var random = new Random(12);
    var all = List.of(first, second, third);
    for (var i = 0; i < 25; i++) {
      var chosen = all.stream().filter(one -> random.nextBoolean()).toList();
      if (chosen.isEmpty()) {
        continue;
      }
      var before = state();
      var act = List.of("take", "move", "rate", "merge", "below").get(random.nextInt(5));
      var reply = bulk(act, chosen, "queue", queue, "severity", "high");
      if (reply.getResponse().getStatus() == 303 && !state().equals(before)) {
        undo();
      }
      assertThat(state()).as("%s on %s", act, chosen).isEqualTo(before);
    }
  }
}
