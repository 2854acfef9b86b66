package nl.steunpunt.issues.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the report to its end, as who is hit and who tracks it see it. */
@SteunpuntTest
class IssueTest {
  private static final String TITLE = "Lijst met wespendieven blijft leeg na filteren";

  @Autowired World world;
  @Autowired JdbcClient sql;

  private String reported() {
    var reply =
        world
            .as(world.fatima())
            .post(
                "/issues",
                "system",
                world.nova().toString(),
                "title",
                TITLE,
                "description",
                "Na het filter blijft alles leeg.");
    assertThat(reply).hasStatus(303);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  /** Also without JavaScript, and when the first answer was lost. */
  @Test
  void theSameFormSentTwiceReportsOneIssue() {
    var said = "Het overzicht telt alles dubbel";
    world.as(world.sanne()).post("/signals", "system", world.nova().toString(), "text", said);
    var signal =
        sql.sql("select max(id) from support.signal").query(Long.class).single().toString();
    var sending =
        world
            .as(world.fatima())
            .page("/issues/new?signal=" + signal)
            .select("[name=sending]")
            .val();
    var addresses = new java.util.HashSet<String>();
    for (var time = 1; time <= 2; time++) {
      var reply =
          world
              .as(world.fatima())
              .post(
                  "/issues",
                  "system",
                  world.nova().toString(),
                  "title",
                  TITLE,
                  "description",
                  said,
                  "signal",
                  signal,
                  "sending",
                  sending);
      assertThat(reply).hasStatus(303);
      addresses.add(Objects.requireNonNull(reply.getResponse().getRedirectedUrl()));
    }
    assertThat(addresses).hasSize(1);
    assertThat(addresses).doesNotContain(reported());
  }

  private void change(String issue, String status, String workaround) {
    var reply =
        world
            .as(world.pieter())
            .post(issue, "title", TITLE, "status", status, "workaround", workaround);
    assertThat(reply).hasStatus(303);
  }

  private String ask(Colleague asker) {
    var reply =
        world
            .as(asker)
            .post(
                "/questions",
                "system",
                world.nova().toString(),
                "text",
                "De lijst met wespendieven is leeg na het filteren");
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private List<String> found() {
    return world
        .as(world.emma())
        .page("/suggestions?system=" + world.nova() + "&text=wespendieven filteren")
        .select(".suggestions a")
        .eachAttr("href");
  }

  private long told(Colleague who, String issue, String what) {
    return sql.sql(
            """
            select count(*) from platform.live_event
             where person_id = :who and kind = 'issue' and subject = :id and detail = :what
            """)
        .param("who", who.id())
        .param("id", id(issue))
        .param("what", what)
        .query(Long.class)
        .single();
  }

  /** Whether they are still to hear it, from their power user or from the product. */
  private boolean owed(Colleague who, String issue) {
    return sql.sql(
            """
            select exists (select from issues.hearing
                            where issue_id = :issue and person_id = :who and state = 'to_tell')
            """)
        .param("issue", id(issue))
        .param("who", who.id())
        .query(Boolean.class)
        .single();
  }

  private static long id(String path) {
    return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
  }

  @Test
  void reportedItIsInTheRegisterAndSuggested() {
    var issue = reported();
    assertThat(world.as(world.sanne()).page("/issues").select("a[href=" + issue + "]").text())
        .contains(TITLE, "Gemeld", "Nog niemand heeft er last van");
    assertThat(found()).contains(issue);
    assertThat(world.as(world.emma()).page(issue).select(".badge").text()).contains("Reported");
  }

  @Test
  void onlyWhoWorksOnItReportsAndChanges() {
    var issue = reported();
    assertThat(world.as(world.sanne()).get("/issues/new")).hasStatus(404);
    assertThat(world.as(world.sanne()).post("/issues", "title", "x")).hasStatus(404);
    assertThat(world.as(world.fatima()).post(issue, "title", "x", "status", "resolved"))
        .hasStatus(404);
    assertThat(world.as(world.fatima()).page(issue).select("form select")).isEmpty();
    assertThat(world.as(world.daan()).page(issue).select("form select")).isNotEmpty();
    assertThat(world.as(world.pieter()).get("/issues/999999999")).hasStatus(404);
  }

  @Test
  void aReportWithoutTitleIsRefusedAndKeepsItsText() {
    var reply =
        world
            .as(world.fatima())
            .postFrom(
                "/issues/new",
                "/issues",
                "system",
                world.nova().toString(),
                "title",
                " ",
                "description",
                "Wat ik zag");
    assertThat(reply).hasStatus(422);
    var page = Browser.html(reply);
    assertThat(page.select("[role=alert]").text()).isEqualTo("Zeg in één regel wat er mis is.");
    assertThat(page.select("textarea").text()).isEqualTo("Wat ik zag");
  }

  @Test
  void meTooJoinsOnceAndMayLeave() {
    var issue = reported();
    for (var i = 0; i < 2; i++) {
      world.as(world.sanne()).post(issue + "/me-too");
    }
    var page = world.as(world.sanne()).page(issue);
    assertThat(page.select("h2").text()).contains("1 persoon heeft er last van");
    assertThat(page.text()).contains("Je hoort het als er iets verandert.");
    world.as(world.sanne()).post(issue + "/leaving");
    assertThat(world.as(world.sanne()).page(issue).select("h2").text())
        .contains("Nog niemand heeft er last van");
  }

  @Test
  void aChangeOfStatusOrWorkaroundReachesAllWhoAreHitAndNobodyElse() {
    var issue = reported();
    world.as(world.sanne()).post(issue + "/me-too");
    world.as(world.emma()).post(issue + "/me-too");
    world.as(world.pieter()).post(issue + "/me-too");

    change(issue, "confirmed", "Zet het filter eerst uit.");

    for (var hit : List.of(world.sanne(), world.emma(), world.pieter())) {
      assertThat(told(hit, issue, "changed")).as(hit.name()).isEqualTo(1);
    }
    assertThat(owed(world.sanne(), issue)).isTrue();
    assertThat(owed(world.emma(), issue)).isTrue();
    assertThat(owed(world.pieter(), issue)).as("who did it").isFalse();
    assertThat(told(world.lotte(), issue, "changed")).isZero();
    assertThat(world.as(world.sanne()).page(issue).text())
        .contains("Bevestigd", "Zet het filter eerst uit.");
    change(issue, "confirmed", "Zet het filter eerst uit.");
    assertThat(told(world.sanne(), issue, "changed")).as("nothing changed").isEqualTo(1);
  }

  @Test
  void whoOpensItIsOwedNothingButAPageThatReadsItselfAnewHasNoReader() {
    var issue = reported();
    world.as(world.sanne()).post(issue + "/me-too");
    change(issue, "confirmed", "");
    world.as(world.sanne()).page(issue + "?again=true");
    assertThat(owed(world.sanne(), issue)).isTrue();
    world.as(world.sanne()).page(issue);
    assertThat(owed(world.sanne(), issue)).isFalse();
  }

  @Test
  void aQuestionIsLinkedAndItsAskerHearsToo() {
    var issue = reported();
    var question = ask(world.sanne());
    var panel = "/issues/of-question/" + id(question);
    assertThat(world.as(world.sanne()).page(question).html()).contains(panel);
    assertThat(world.as(world.fatima()).page(panel).select("form[action=" + issue + "/questions]"))
        .isNotEmpty();
    assertThat(world.as(world.sanne()).page(panel).select("main form")).isEmpty();

    world.as(world.fatima()).post(issue + "/questions", "question", Long.toString(id(question)));

    assertThat(world.as(world.sanne()).page(panel).text()).contains(TITLE, "Gemeld");
    assertThat(world.as(world.sanne()).page(issue).text())
        .contains("1 persoon heeft er last van", "Ook van jou");
    change(issue, "in_progress", "");
    assertThat(owed(world.sanne(), issue)).isTrue();
    world.as(world.sanne()).post(issue + "/leaving");
    assertThat(world.as(world.sanne()).page(issue).text())
        .as("the question is still about it")
        .contains("Ook van jou");
  }

  /** When it looks like none of those that are shown. */
  @Test
  void aQuestionIsLinkedByTypingANumber() {
    var issue = reported();
    var reply =
        world
            .as(world.sanne())
            .post("/questions", "system", world.nova().toString(), "text", "Heel andere woorden");
    var question = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    var byHand = "/issues/of-question/" + id(question);
    assertThat(world.as(world.fatima()).page(byHand).select("form[action=" + byHand + "]"))
        .isNotEmpty();
    for (var wrong : List.of("deze", "999999999", "")) {
      var again = world.as(world.fatima()).postFrom(question, byHand, "issue", wrong);
      assertThat(again).as(wrong).hasStatus(422);
      assertThat(Browser.html(again).select("#issue-number").val()).isEqualTo(wrong);
    }
    assertThat(world.as(world.joost()).post(byHand, "issue", Long.toString(id(issue))))
        .as("not his to help with")
        .hasStatus(404);
    assertThat(world.as(world.fatima()).post(byHand, "issue", "#" + id(issue))).hasStatus(303);
    assertThat(world.as(world.fatima()).page(byHand).select("a[href=" + issue + "]")).isNotEmpty();
    assertThat(world.as(world.sanne()).page(issue).text()).contains("Ook van jou");
  }

  /** Whose first question was about it already, or who said "me too". */
  @Test
  void eachQuestionOfOnePersonIsLinkedAndThePersonCountsOnce() {
    var issue = reported();
    world.as(world.sanne()).post(issue + "/me-too");
    for (var question : List.of(ask(world.sanne()), ask(world.sanne()))) {
      var number = Long.toString(id(question));
      for (var time = 1; time <= 2; time++) {
        assertThat(world.as(world.fatima()).post(issue + "/questions", "question", number))
            .hasStatus(303);
      }
      var panel = world.as(world.fatima()).page("/issues/of-question/" + number);
      assertThat(panel.select("a[href=" + issue + "]").text()).isEqualTo(TITLE);
      assertThat(panel.select("main form")).isEmpty();
    }
    assertThat(world.as(world.sanne()).page(issue).text()).contains("1 persoon heeft er last van");
  }

  @Test
  void aQuestionThatIsNotMineCannotBeLinkedNorLookedBeside() {
    var issue = reported();
    var question = Long.toString(id(ask(world.sanne())));
    assertThat(world.as(world.joost()).post(issue + "/questions", "question", question))
        .hasStatus(404);
    assertThat(world.as(world.joost()).get("/issues/of-question/" + question)).hasStatus(404);
    assertThat(world.as(world.sanne()).post(issue + "/questions", "question", question))
        .hasStatus(404);
  }

  @Test
  void whatIsResolvedIsNoLongerSuggestedUntilItIsOpenAgain() {
    var issue = reported();
    change(issue, "resolved", "");
    assertThat(found()).doesNotContain(issue);
    assertThat(world.as(world.sanne()).page("/issues").select("a[href=" + issue + "]")).isEmpty();
    assertThat(world.as(world.sanne()).page("/issues?status=ended").select("a[href=" + issue + "]"))
        .isNotEmpty();
    change(issue, "confirmed", "");
    assertThat(found()).contains(issue);
  }

  @Test
  void whatWorksNowHasEnded() {
    var issue = reported();
    change(issue, "works_now", "");
    assertThat(found()).doesNotContain(issue);
    assertThat(world.as(world.sanne()).page("/issues").select("a[href=" + issue + "]")).isEmpty();
    assertThat(world.as(world.sanne()).page(issue).text()).contains("Werkt weer");
    assertThat(world.as(world.sanne()).page(issue).select("form[action$=me-too]")).isEmpty();
  }

  @Test
  void eachWorkaroundIsAVersionAndTheNewestIsSeen() {
    var issue = reported();
    change(issue, "confirmed", "Zet het filter eerst uit.");
    assertThat(world.as(world.sanne()).page(issue).select(".issue-versions")).isEmpty();
    change(issue, "in_progress", "Zet het filter eerst uit.");
    change(issue, "in_progress", "Zoek op nummer.");
    change(issue, "in_progress", "");
    var page = world.as(world.fatima()).page(issue);
    assertThat(page.select(".issue-workaround")).as("nothing helps any more").isEmpty();
    assertThat(page.select(".issue-version-list .answer-text").eachText())
        .containsExactly("Er helpt niets meer.", "Zoek op nummer.", "Zet het filter eerst uit.");
    assertThat(page.select(".issue-version-list").text()).contains("Versie 3", "Pieter Hoekstra");
    assertThat(world.as(world.sanne()).page(issue).select(".issue-version-list").text())
        .contains("Zoek op nummer.")
        .doesNotContain("Pieter");
  }

  @Test
  void anOldPageDoesNotPutBackWhatAColleagueChanged() {
    var issue = reported();
    var read = world.as(world.pieter()).page(issue).select("input[name=readAt]").attr("value");
    world
        .as(world.chantal())
        .post(issue, "title", TITLE, "status", "in_progress", "workaround", "Wacht even");
    var late =
        world
            .as(world.pieter())
            .post(issue, "title", TITLE + "!", "status", "reported", "readAt", read);
    assertThat(late).hasStatus(409);
    assertThat(late).bodyText().contains("Een collega heeft dit probleem intussen veranderd");
    var now = world.as(world.pieter()).page(issue);
    assertThat(now.text()).contains("Wacht even");
    assertThat(
            world
                .as(world.pieter())
                .post(
                    issue,
                    "title",
                    TITLE + "!",
                    "status",
                    "in_progress",
                    "readAt",
                    now.select("input[name=readAt]").attr("value")))
        .hasStatus(303);
  }

  /** Side by side, chosen so that neither loses what they wrote; one tap saves it. */
  @Test
  void whatTwoWroteStandsSideBySideAndIsSavedByOneTap() {
    var issue = reported();
    var stood = changing(world.as(world.pieter()).page(issue), issue);
    world
        .as(world.chantal())
        .post(issue, with(stood, "status", "in_progress", "workaround", "Wacht even"));
    var late =
        world
            .as(world.pieter())
            .post(issue, with(stood, "severity", "serious", "workaround", "Zoek op nummer."));
    assertThat(late).hasStatus(409);
    var page = Browser.html(late);
    assertThat(page.select(".meanwhile-field legend").eachText())
        .containsExactly("Status", "Hoe erg hindert het", "Wat intussen helpt");
    assertThat(page.select(".meanwhile-field").text())
        .contains("Wordt aan gewerkt", "Gemeld", "Wacht even", "Zoek op nummer.")
        .contains("Van je collega", "Zo stond het op jouw pagina", "Van jou");
    var chosen = changing(page, issue);
    assertThat(chosen)
        .as("what he did not touch is as his colleague left it")
        .containsEntry("status", "in_progress")
        .containsEntry("severity", "serious")
        .containsEntry("workaround", "Zoek op nummer.")
        .containsEntry("title", TITLE);

    assertThat(world.as(world.pieter()).post(issue, with(chosen))).hasStatus(303);
    assertThat(world.as(world.pieter()).post(issue, with(chosen)))
        .as("the same sent twice")
        .hasStatus(303);
    var now = world.as(world.pieter()).page(issue);
    assertThat(now.select(".issue-version-list .answer-text").eachText())
        .containsExactly("Zoek op nummer.", "Wacht even");
    assertThat(now.text()).contains("Wordt aan gewerkt", "Een deel van het werk ligt stil");
  }

  @Test
  void whoChoosesAndIsLateAgainChoosesAgain() {
    var issue = reported();
    var stood = changing(world.as(world.pieter()).page(issue), issue);
    world.as(world.chantal()).post(issue, with(stood, "status", "confirmed"));
    var late = world.as(world.pieter()).post(issue, with(stood, "status", "in_progress"));
    var chosen = changing(Browser.html(late), issue);
    stood.remove("readAt");
    assertThat(world.as(world.daan()).post(issue, with(stood, "plannedRelease", "Nova 31")))
        .hasStatus(303);
    var again = world.as(world.pieter()).post(issue, with(chosen));
    assertThat(again).hasStatus(409);
    assertThat(changing(Browser.html(again), issue))
        .containsEntry("status", "in_progress")
        .containsEntry("plannedRelease", "Nova 31");
  }

  /** Else it would be mended on a page that shows what nobody has read, and put that back. */
  @Test
  void whoIsLateReadsHowItStandsBeforeWhatIsWrong() {
    var issue = reported();
    var stood = changing(world.as(world.pieter()).page(issue), issue);
    world.as(world.chantal()).post(issue, with(stood, "status", "confirmed"));
    for (var wrong : List.of("title", "owner")) {
      var late = world.as(world.pieter()).post(issue, with(stood, wrong, " x".repeat(120)));
      assertThat(late).as(wrong).hasStatus(409);
      assertThat(changing(Browser.html(late), issue)).containsEntry("status", "confirmed");
    }
  }

  @Test
  void theFormOfAnIssueThatWentIntoAnotherPutsItsWordsOverNobodys() {
    var gone = reported();
    var kept =
        Objects.requireNonNull(
            world
                .as(world.fatima())
                .post("/issues", "system", world.nova().toString(), "title", "Ooievaars dubbel")
                .getResponse()
                .getRedirectedUrl());
    var stood = changing(world.as(world.pieter()).page(gone), gone);
    world.as(world.chantal()).post(gone + "/merger", "into", Long.toString(id(kept)));
    var late = world.as(world.pieter()).post(gone, with(stood, "status", "confirmed"));
    assertThat(late).hasStatus(409).bodyText().contains("is hierin opgegaan");
    assertThat(changing(Browser.html(late), kept))
        .containsEntry("title", "Ooievaars dubbel")
        .containsEntry("status", "confirmed");
  }

  @Test
  void anotherEndOfLineIsNoNews() {
    var issue = reported();
    world.as(world.sanne()).post(issue + "/me-too");
    change(issue, "confirmed", "Eerst dit.\nDan dat.");
    change(issue, "confirmed", "Eerst dit.\r\nDan dat.\r\n");
    assertThat(told(world.sanne(), issue, "changed")).isEqualTo(1);
    assertThat(world.as(world.sanne()).page(issue).select(".issue-versions")).isEmpty();
  }

  @Test
  void whoHasItInFrontSeesThatACorrectionWasMade() {
    var issue = reported();
    sql.sql(
            """
            insert into network.presence (person_id, seen_at, looking_at)
            select :who, created_at, :page from issues.issue where id = :id
            on conflict (person_id) do update set seen_at = excluded.seen_at, looking_at = excluded.looking_at
            """)
        .param("who", world.chantal().id())
        .param("page", "issue-" + id(issue))
        .param("id", id(issue))
        .update();
    world.as(world.pieter()).post(issue, "title", TITLE + "!", "status", "reported");
    assertThat(told(world.chantal(), issue, "changed")).isEqualTo(1);
    assertThat(told(world.daan(), issue, "changed")).isZero();
  }

  /** What the form sends as it stands. */
  private static Map<String, String> changing(Document page, String issue) {
    var fields = new LinkedHashMap<String, String>();
    var form = page.expectFirst("form[action=" + issue + "]");
    for (var field : form.select("input:not([type=radio]), input[checked], select, textarea")) {
      fields.put(
          field.attr("name"),
          switch (field.normalName()) {
            case "select" -> field.select("option[selected]").val();
            case "textarea" -> field.wholeText();
            default -> field.val();
          });
    }
    return fields;
  }

  private static String[] with(Map<String, String> fields, String... others) {
    var all = new LinkedHashMap<>(fields);
    for (var n = 0; n < others.length; n += 2) {
      all.put(others[n], others[n + 1]);
    }
    return all.entrySet().stream()
        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
        .toArray(String[]::new);
  }

  @Test
  void severityReleaseAndOwnerStandOnItsPage() {
    var issue = reported();
    world.as(world.sanne()).post(issue + "/me-too");
    var reply =
        world
            .as(world.pieter())
            .post(
                issue,
                "title",
                TITLE,
                "status",
                "fix_planned",
                "severity",
                "serious",
                "plannedRelease",
                " Nova 24.2 ",
                "owner",
                world.daan().email());
    assertThat(reply).hasStatus(303);
    assertThat(told(world.sanne(), issue, "changed")).isEqualTo(1);
    assertThat(world.as(world.fatima()).page(issue).text())
        .contains("Een deel van het werk ligt stil", "Nova 24.2", "Daan Mulder zorgt ervoor");
    assertThat(world.as(world.sanne()).page(issue).text())
        .as("who works on it is for who works on it")
        .contains("Nova 24.2")
        .doesNotContain("Daan");
    assertThat(
            world.as(world.marieke()).page(issue).select("#issue-owners option").eachAttr("value"))
        .contains(world.daan().email(), world.marieke().email());
  }

  @Test
  void onlyWhoMayChangeItCanSeeToIt() {
    var issue = reported();
    for (var nobody : List.of(world.sanne().email(), "nobody@nowhere.example")) {
      var reply =
          world
              .as(world.pieter())
              .postFrom(issue, issue, "title", TITLE, "status", "confirmed", "owner", nobody);
      assertThat(reply).hasStatus(422);
      assertThat(Browser.html(reply).select("#issue-owner").val()).isEqualTo(nobody);
    }
    assertThat(
            world
                .as(world.pieter())
                .post(issue, "title", TITLE, "status", "confirmed", "severity", "awful"))
        .hasStatus(422);
    assertThat(world.as(world.fatima()).page(issue).text()).contains("Gemeld");
  }

  @Test
  void theHelpdeskSeesWhichOfItsQuestionsCameToIt() {
    var issue = reported();
    var question = ask(world.sanne());
    world.as(world.fatima()).post(issue + "/questions", "question", Long.toString(id(question)));
    assertThat(world.as(world.pieter()).page(issue).select(".issue-tickets")).isEmpty();
    world.as(world.fatima()).post(question + "/handover", "tried", "Filter uitgezet");
    assertThat(world.as(world.pieter()).page(issue).select(".issue-tickets a").attr("href"))
        .isEqualTo(question);
    assertThat(world.as(world.fatima()).page(issue).select(".issue-tickets")).isEmpty();
  }

  @Test
  void onlyPlacesWithFiveOrMoreAreNamed() {
    var issue = reported();
    join(issue, "Finance", 6);
    join(issue, "Service", 2);
    var lonely = world.as(world.lotte()).page(issue);
    assertThat(lonely.select("h2").text()).contains("8 mensen hebben er last van");
    assertThat(lonely.select(".issue-places li")).isEmpty();
    join(issue, "Verkoop", 3);
    assertThat(world.as(world.lotte()).page(issue).select(".issue-places li").eachText())
        .containsExactly("Finance 6", "Elders 5");
  }

  private void join(String issue, String department, int people) {
    var joined =
        sql.sql(
                """
                insert into issues.me_too (issue_id, person_id, at)
                select :issue, p.id, i.created_at
                  from people.pub_person p join issues.issue i on i.id = :issue
                 where starts_with(p.department_path, :department || '/')
                 order by p.id limit :people
                """)
            .param("issue", id(issue))
            .param("department", department)
            .param("people", people)
            .update();
    assertThat(joined).isEqualTo(people);
  }
}
