package nl.steunpunt.issues.solving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.steunpunt.issues.telling.IssueWorld;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Desk and power users solve an issue together, and a release thanks them. */
@SteunpuntTest
class SolvingTest {
  private static final String TITLE = "Wespendieven verdwijnen uit de lijst";

  @Autowired World world;
  @Autowired IssueWorld issues;
  @Autowired JdbcClient sql;

  private String reported() {
    return world.report(world.fatima(), TITLE);
  }

  private void say(Colleague who, String issue, String kind, String text) {
    assertThat(world.as(who).post(issue + "/solving", "kind", kind, "text", text)).hasStatus(303);
  }

  private String proposed(String issue) {
    say(world.fatima(), issue, "proposed", "Zet het filter eerst uit.");
    return issue
        + "/solving/"
        + sql.sql("select max(id) from issues.solving_post").query(Long.class).single();
  }

  @Test
  void whoIsHitDoesNotReadIt() {
    var issue = reported();
    assertThat(world.as(world.sanne()).get(issue + "/solving")).hasStatus(404);
    assertThat(world.as(world.sanne()).post(issue + "/solving", "text", "x")).hasStatus(404);
    assertThat(world.as(world.sanne()).page(issue).select("a[href$=solving]")).isEmpty();
    assertThat(world.as(world.joost()).page(issue).select("a[href$=solving]")).isNotEmpty();
    assertThat(world.as(world.joost()).get("/issues/999999999/solving")).hasStatus(404);
    assertThat(world.as(world.joost()).post("/issues/999999999/solving", "text", "x"))
        .hasStatus(404);
  }

  @Test
  void whatIsSaidStandsThereWithWhoSaidItAndTellsWhoTakesPart() {
    var issue = reported();
    say(world.fatima(), issue, "reproduced", "Op Nova 24.1 met twee filters.");
    say(world.pieter(), issue, "said", "Dank, ik zie het.");
    var page = world.as(world.marieke()).page(issue + "/solving");
    assertThat(page.select(".solving-list > li").eachText().toString())
        .contains("Fatima El Idrissi", "Kan het nadoen", "Op Nova 24.1", "Pieter Hoekstra");
    var told =
        sql.sql(
                """
                select count(*) from platform.live_event
                 where kind = 'solving' and person_id = :who and subject = :issue
                """)
            .param("who", world.fatima().id())
            .param("issue", Long.parseLong(issue.substring(issue.lastIndexOf('/') + 1)))
            .query(Long.class)
            .single();
    assertThat(told).isEqualTo(2);
  }

  @Test
  void theSameSendingSaysItOnce() {
    var issue = reported();
    var sending = UUID.randomUUID().toString();
    for (var time = 1; time <= 2; time++) {
      var reply =
          world
              .as(world.fatima())
              .post(issue + "/solving", "kind", "said", "text", "Ik kijk.", "sending", sending);
      assertThat(reply).hasStatus(303);
    }
    assertThat(world.as(world.fatima()).page(issue + "/solving").select(".solving-list > li"))
        .hasSize(1);
  }

  @Test
  void wordsAreAskedExceptForAFixThatWorks() {
    var issue = reported();
    for (var kind : new String[] {"said", "reproduced", "proposed", "fails"}) {
      var reply =
          world
              .as(world.fatima())
              .postFrom(issue + "/solving", issue + "/solving", "kind", kind, "text", " ");
      assertThat(reply).as(kind).hasStatus(422);
    }
    assertThat(world.as(world.fatima()).post(issue + "/solving", "kind", "shouted", "text", "x"))
        .hasStatus(422);
    say(world.fatima(), issue, "works", "");
    say(world.joost(), issue, "fails", "Bij mij niet.");
    say(world.joost(), issue, "works", "Nu wel.");
    assertThat(world.as(world.pieter()).page(issue + "/solving").select("#solving").text())
        .contains("Werkt bij 2", "Werkt niet bij 0");
  }

  @Test
  void anApprovedWorkaroundIsTheNewVersionAndWhoIsHitHearsIt() {
    var issue = reported();
    world.as(world.sanne()).post(issue + "/me-too");
    var proposal = proposed(issue);
    assertThat(world.as(world.sanne()).page(issue).text()).doesNotContain("Zet het filter");
    assertThat(world.as(world.pieter()).page(issue).text())
        .contains("1 voorgestelde omweg wacht op een besluit");
    assertThat(world.as(world.fatima()).post(proposal + "/approval")).hasStatus(404);
    assertThat(world.as(world.pieter()).post(proposal + "/approval")).hasStatus(303);
    assertThat(
            sql.sql("select exists (select from issues.news where issue_id = :issue)")
                .param("issue", Long.valueOf(issue.substring(issue.lastIndexOf('/') + 1)))
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(world.as(world.sanne()).page(issue).select(".issue-workaround").text())
        .contains("Zet het filter eerst uit.");
    assertThat(world.as(world.fatima()).page(issue + "/solving").text())
        .contains("Pieter Hoekstra keurde het goed", "versie 1");
    assertThat(world.as(world.chantal()).post(proposal + "/approval")).hasStatus(409);
    assertThat(world.as(world.chantal()).post(proposal + "/decline", "reason", "Te laat"))
        .hasStatus(409);
  }

  /** Of what has ended nobody hears, and who approves is told so. */
  @Test
  void aWorkaroundOfAnIssueThatEndedIsSeenAndToldToNobody() {
    var issue = reported();
    world.as(world.sanne()).post(issue + "/me-too");
    var proposal = proposed(issue);
    var pieter = world.as(world.pieter());
    assertThat(pieter.page(issue).text()).contains("Iedereen die er last van heeft, krijgt het");
    pieter.post(issue, "title", TITLE, "status", "wont_fix");
    assertThat(pieter.page(issue).text())
        .doesNotContain("Iedereen die er last van heeft, krijgt het");
    var before = newsOf(issue);
    var approved = pieter.post(proposal + "/approval");
    assertThat(Objects.requireNonNull(approved.getResponse().getCookie("flash")).getValue())
        .contains("solving.done.approved_untold");
    assertThat(newsOf(issue)).isEqualTo(before);
    assertThat(world.as(world.sanne()).page(issue).select(".issue-workaround").text())
        .contains("Zet het filter eerst uit.");
  }

  private int newsOf(String issue) {
    return sql.sql("select count(*)::int from issues.news where issue_id = :issue")
        .param("issue", Long.valueOf(issue.substring(issue.lastIndexOf('/') + 1)))
        .query(Integer.class)
        .single();
  }

  /** Nobody would look for it, among so many issues; nor after its issue went into another one. */
  @Test
  void whatWaitsForADecisionIsShownToWhoDecides() {
    var issue = reported();
    var kept = reported();
    var proposal = proposed(issue);
    var waits = ".issue-waiting a[href=" + issue + "/solving]";
    assertThat(world.as(world.pieter()).page("/issues").select(waits)).isNotEmpty();
    for (var nobody : List.of(world.fatima(), world.sanne())) {
      assertThat(world.as(nobody).page("/issues").select(waits)).isEmpty();
    }
    world
        .as(world.pieter())
        .post(issue + "/merger", "into", kept.substring(kept.lastIndexOf('/') + 1));
    assertThat(world.as(world.pieter()).page("/issues").select(waits)).isNotEmpty();
    assertThat(world.as(world.pieter()).page(kept).text())
        .contains("1 voorgestelde omweg wacht op een besluit");
    world
        .as(world.pieter())
        .post(kept + proposal.substring(issue.length()) + "/decline", "reason", "Helpt niet.");
    assertThat(world.as(world.pieter()).page("/issues").select(waits)).isEmpty();
  }

  /** Nobody who helps is left without an answer, and nobody is mailed what they read. */
  @Test
  void whoTakesPartIsMailedWhatOthersSaidAndDecided() {
    sql.sql("delete from notify.pending").update();
    var issue = reported();
    assertThat(
            world
                .as(world.pieter())
                .post(
                    issue, "title", TITLE, "status", "confirmed", "owner", world.pieter().email()))
        .hasStatus(303);
    var proposal = proposed(issue);
    issues.afterTheQuietSpell();
    assertThat(issues.mails(world.pieter()))
        .containsExactly("Nieuws over een issue dat je helpt oplossen: " + TITLE);
    assertThat(issues.lastMail(world.pieter()))
        .contains("Fatima El Idrissi stelt een omweg voor", "Zet het filter eerst uit.", issue);
    assertThat(issues.mails(world.fatima())).as("her own words").isEmpty();

    world.as(world.pieter()).post(proposal + "/decline", "reason", "Dan gaan er regels weg.");
    issues.afterTheQuietSpell();
    assertThat(issues.lastMail(world.fatima()))
        .contains("Pieter Hoekstra nam je omweg niet over", "Dan gaan er regels weg.");
    say(world.pieter(), issue, "said", "Dit is een geheim van de desk.");
    world.as(world.fatima()).page(issue + "/solving");
    issues.afterTheQuietSpell();
    assertThat(issues.mails(world.fatima())).as("she has read it").hasSize(1);

    say(world.pieter(), issue, "said", "En nog iets.");
    sql.sql("update network.mandate set state = 'ended' where person_id = :fatima")
        .param("fatima", world.fatima().id())
        .update();
    issues.afterTheQuietSpell();
    assertThat(issues.mails(world.fatima())).as("no longer a power user").hasSize(1);
  }

  @Test
  void aDeclinedOneSaysWhyAndIsSeenByNobodyElse() {
    var issue = reported();
    var proposal = proposed(issue);
    assertThat(world.as(world.pieter()).post(proposal + "/decline", "reason", " ")).hasStatus(422);
    assertThat(
            world
                .as(world.pieter())
                .post(proposal + "/decline", "reason", "Dan gaan er regels weg."))
        .hasStatus(303);
    assertThat(world.as(world.fatima()).page(issue + "/solving").text())
        .contains("nam het niet over: Dan gaan er regels weg.");
    assertThat(world.as(world.sanne()).page(issue).text()).doesNotContain("Zet het filter");
    var other = reported();
    assertThat(
            world.as(world.pieter()).post(other + proposal.substring(issue.length()) + "/approval"))
        .as("of another issue")
        .hasStatus(404);
  }

  @Test
  void aReleaseThanksWhoHelpedAndMayBeNamed() {
    var issue = reported();
    say(world.fatima(), issue, "reproduced", "Altijd.");
    say(world.joost(), issue, "works", "");
    world.as(world.lotte()).post(issue + "/me-too");
    world
        .as(world.pieter())
        .post(issue, "title", TITLE, "status", "resolved", "plannedRelease", "Nova 99.1");
    var release = "/issues/releases?name=Nova 99.1";
    var page = world.as(world.sanne()).page(release);
    assertThat(page.select("h1").text()).isEqualTo("Wat Nova 99.1 oplost");
    assertThat(page.select(".release-list").text())
        .contains(TITLE, "Met dank aan Fatima El Idrissi, Joost Bakker")
        .doesNotContain("Lotte");
    world
        .as(world.fatima())
        .post(
            "/issues/naming",
            "named",
            "false",
            "issue",
            issue.substring(issue.lastIndexOf('/') + 1));
    assertThat(world.as(world.sanne()).page(release).text())
        .contains("Joost Bakker")
        .doesNotContain("Fatima");
    world
        .as(world.fatima())
        .post(
            "/issues/naming",
            "named",
            "true",
            "issue",
            issue.substring(issue.lastIndexOf('/') + 1));
    assertThat(world.as(world.sanne()).page(release).text()).contains("Fatima");
    assertThat(Browser.html(world.as(world.sanne()).get("/issues/releases?name=nothing")).text())
        .contains("Er is geen issue in gepland");
  }
}
