package nl.steunpunt.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Ready answers in the asker's language, and several acts at once. */
@SteunpuntTest
class MacroTest {
  @Autowired World world;
  @Autowired JdbcClient sql;

  private Handed question;
  private String answer;

  @BeforeEach
  void handOver() {
    question = Handed.over(world);
    assertThat(answer("Hoi {voornaam},\nover {onderwerp}\nVraag {vraag}. Groet, {ik}"))
        .hasStatus(303);
    answer = newest("canned");
  }

  private Browser desk() {
    return world.as(world.pieter());
  }

  private String newest(String table) {
    return sql.sql("select max(id) from helpdesk." + table).query(Long.class).single().toString();
  }

  private MvcTestResult answer(String textNl) {
    return desk()
        .post(
            "/desk/answers",
            "titleNl",
            "Rol",
            "textNl",
            textNl,
            "titleEn",
            "Role",
            "textEn",
            "Dear {first_name}, {me}");
  }

  private String macro(String... fields) {
    var all = new java.util.ArrayList<>(List.of("nameNl", "Snel", "nameEn", "Quick"));
    all.addAll(List.of(fields));
    assertThat(desk().post("/desk/macros", all.toArray(String[]::new))).hasStatus(303);
    return newest("macro");
  }

  private MvcTestResult apply(String macro, String... fields) {
    var all = new java.util.ArrayList<>(List.of("macro", macro));
    all.addAll(List.of(fields));
    return desk().post(question.desk("macro"), all.toArray(String[]::new));
  }

  private String reply(String path) {
    return desk().page("/desk" + path + "?canned=" + answer).expectFirst("#reply-text").wholeText();
  }

  @Test
  void theAnswerIsInTheAskersLanguageWithItsFieldsFilledIn() {
    assertThat(reply(question.path()))
        .as("a line about a topic that is not known is left out")
        .isEqualTo("Hoi Sanne,\nVraag " + question.number() + ". Groet, Pieter");
    sql.sql("update people.person set language = 'en' where id = :id")
        .param("id", world.sanne().id())
        .update();
    assertThat(reply(question.path())).isEqualTo("Dear Sanne, Pieter");
  }

  @Test
  void whatIsSentIsAWordInTheConversationOnce() {
    var sending = "7d444840-9dc0-41d1-8245-5ffdce74fad2";
    for (var i = 0; i < 2; i++) {
      assertThat(desk().post(question.desk("reply"), "text", "Hoi Sanne", "clientId", sending))
          .hasStatus(303);
    }
    assertThat(world.as(world.sanne()).page(question.path()).select(".message-text:contains(Hoi)"))
        .hasSize(1);
    assertThat(desk().post(question.desk("reply"), "text", " ")).hasStatus(422);
  }

  @Test
  void anUnknownFieldAndAMissingLanguageAreRefused() {
    assertThat(answer("Hoi {achternaam}")).hasStatus(422).bodyText().contains("{voornaam}");
    assertThat(answer("")).hasStatus(422);
  }

  @Test
  void aMacroDoesAllOfItAtOnce() {
    desk().post("/desk/queues", "nameNl", "Rollen", "nameEn", "Roles");
    var queue = newest("queue");
    var macro = macro("canned", answer, "severity", "high", "queue", queue, "takes", "true");
    assertThat(apply(macro)).hasStatus(303).hasRedirectedUrl(question.path());
    var row = desk().page("/desk?show=mine&queue=" + queue).select("a.inbox-row");
    assertThat(row).hasSize(1);
    assertThat(row.text()).contains("P2");
    assertThat(world.as(world.sanne()).page(question.path()).select(".message-text").text())
        .contains("Hoi Sanne");
  }

  @Test
  void aMacroThatClosesTellsTheAsker() {
    assertThat(apply(macro("canned", answer, "close", "known_issue")))
        .hasStatus(303)
        .hasRedirectedUrl("/desk");
    var page = world.as(world.sanne()).page(question.path());
    assertThat(page.select("#situation .badge").text()).isEqualTo("Opgelost");
    assertThat(page.select(".message-answer .message-text").text()).startsWith("Hoi Sanne");
    assertThat(question.timesInQueue(world, world.pieter(), "/desk")).isZero();
  }

  @Test
  void whatCannotBeDoneWholeIsNotDoneAtAll() {
    world.as(world.chantal()).post(question.desk("taking"));
    assertThat(apply(macro("canned", answer, "severity", "high", "takes", "true"))).hasStatus(409);
    assertThat(
            sql.sql(
                    "select count(*)::int from helpdesk.ticket where severity is not null and question_id = "
                        + question.number())
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(world.as(world.sanne()).page(question.path()).select(".message-text").text())
        .doesNotContain("Hoi Sanne");
  }

  @Test
  void aMacroThatSaysNothingWhenItClosesOrDoesNothingIsRefused() {
    assertThat(desk().post("/desk/macros", "nameNl", "a", "nameEn", "b", "close", "solved"))
        .hasStatus(422);
    assertThat(desk().post("/desk/macros", "nameNl", "a", "nameEn", "b")).hasStatus(422);
    assertThat(desk().post("/desk/macros", "nameNl", "a", "nameEn", "b", "canned", "987654"))
        .hasStatus(422);
  }

  @Test
  void anAnswerThatAMacroUsesStays() {
    var macro = macro("canned", answer);
    assertThat(desk().post("/desk/answers/" + answer + "/retirement")).hasStatus(409);
    assertThat(desk().post("/desk/macros/" + macro + "/retirement")).hasStatus(303);
    assertThat(desk().post("/desk/answers/" + answer + "/retirement")).hasStatus(303);
    assertThat(apply(macro)).hasStatus(422);
  }

  /** Without it the macro would do less than it says, and say that it is done. */
  @Test
  void aQueueThatAMacroMovesToStays() {
    desk().post("/desk/queues", "nameNl", "Rollen", "nameEn", "Roles");
    var queue = newest("queue");
    var macro = macro("queue", queue);
    var refused = desk().post("/desk/queues/" + queue + "/retirement");
    assertThat(refused).hasStatus(409);
    assertThat(refused).bodyText().contains("Een macro verplaatst meldingen hierheen: Snel.");
    assertThat(desk().post("/desk/macros/" + macro + "/retirement")).hasStatus(303);
    assertThat(desk().post("/desk/queues/" + queue + "/retirement")).hasStatus(303);
  }

  @Test
  void aMacroForAllThatWereChosenLeavesWhatAColleagueHas() {
    var other = Handed.over(world);
    var hers = Handed.over(world);
    world.as(world.chantal()).post(hers.desk("taking"));
    var macro = macro("canned", answer, "severity", "high", "takes", "true");
    var form =
        new String[] {
          "question",
          question.number(),
          "question",
          other.number(),
          "question",
          hers.number(),
          "macro",
          macro,
          "sending",
          "6f1c2a52-3e55-4f6f-9d0b-6a1f6a7e3b10"
        };
    var done = desk().post("/desk/bulk/macro", form);
    assertThat(done).hasStatus(303).hasRedirectedUrl("/desk");
    assertThat(Objects.requireNonNull(done.getResponse().getCookie("flash")).getValue())
        .contains("macro.done.applied_all");
    assertThat(desk().post("/desk/bulk/macro", form)).as("the same form again").hasStatus(303);
    for (var one : List.of(question, other)) {
      var page = world.as(world.sanne()).page(one.path());
      assertThat(page.select(".message-text").text()).containsOnlyOnce("Hoi Sanne");
    }
    assertThat(world.as(world.sanne()).page(hers.path()).select(".message-text").text())
        .doesNotContain("Hoi Sanne");
    var mine = desk().page("/desk?show=mine");
    assertThat(mine.select("button[data-key=u]"))
        .as("what changed nothing hides no undo")
        .hasSize(1);
    assertThat(mine.select("a.inbox-row")).hasSize(2);
    assertThat(mine.select("a.inbox-row .priority").eachText()).allMatch(p -> p.endsWith("P2"));
    assertThat(desk().post("/desk/bulk/macro", "macro", macro)).hasStatus(422);
    assertThat(desk().post("/desk/bulk/macro", "question", question.number())).hasStatus(422);
  }

  @Test
  void whoLooksIsTheDesksAlone() {
    assertThat(desk().post(question.desk("looking"))).hasStatus(204);
    assertThat(world.as(world.sanne()).post(question.desk("looking"))).hasStatus(404);
    assertThat(world.as(world.sanne()).page(question.path()).html()).doesNotContain("desk-looking");
  }

  @Test
  void theKeysStandInAList() {
    assertThat(desk().page("/desk").select("#desk-keys kbd").eachText())
        .contains("j", "k", "t", "n", "m", "?");
    assertThat(desk().page("/desk" + question.path()).select("[data-key]").eachAttr("data-key"))
        .contains("t", "c", "n", "r", "p", "b");
  }
}
