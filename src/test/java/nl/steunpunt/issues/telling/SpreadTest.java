package nl.steunpunt.issues.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far news got, as the desk and the lead see it. */
@SteunpuntTest
class SpreadTest {
  @Autowired World world;
  @Autowired IssueWorld issues;
  @Autowired JdbcClient sql;

  @Test
  void theDeskSeesHowManyKnowAndWhatWasSaidAgainstIt() {
    var issue =
        issues.issue(
            world.sanne(), world.emma(), world.lotte(), world.ahmet(), world.noor(), world.erik());
    issues.change(issue, "resolved", "");
    var before = world.as(world.pieter()).page("/issues/" + issue + "/telling");
    assertThat(before.select(".telling-counts dd").eachText())
        .as("to tell, told, heard, disputed")
        .hasSize(4);
    world.as(world.fatima()).post("/notices/" + issue + "/receipt", "news", issues.news(issue));
    world
        .as(world.liam())
        .post(
            "/notices/" + issue + "/dispute",
            "news",
            issues.news(issue),
            "text",
            "Nog steeds leeg.");
    var page = world.as(world.pieter()).page("/issues/" + issue + "/telling");
    assertThat(page.text()).contains("Nog steeds leeg.", world.liam().name());
    assertThat(page.text()).doesNotContain(world.emma().name(), world.sanne().name());
    for (var who : List.of(world.sanne(), world.fatima(), world.noor(), world.erik())) {
      assertThat(world.as(who).get("/issues/" + issue + "/telling")).hasStatus(404);
    }
  }

  @Test
  void ofFewerThanFiveNothingIsShown() {
    var issue = issues.issue(world.sanne(), world.emma());
    issues.change(issue, "confirmed", "");
    var page = world.as(world.pieter()).page("/issues/" + issue + "/telling");
    assertThat(page.select(".telling-counts")).isEmpty();
    assertThat(page.text()).contains("minder dan vijf mensen");
  }

  @Test
  void theDeskWritesWhatPowerUsersTell() {
    var issue = issues.issue(world.sanne());
    issues.change(issue, "confirmed", "");
    var reply =
        world
            .as(world.pieter())
            .post(
                "/issues/" + issue + "/telling",
                "news",
                issues.news(issue),
                "nl",
                "Vrijdag is het klaar.",
                "en",
                "");
    assertThat(reply).hasStatus(303);
    var card = world.as(world.fatima()).page("/notices").select("#issue-" + issue);
    assertThat(card.select(".telling-say > .answer-text").text())
        .isEqualTo("Vrijdag is het klaar.");
    assertThat(card.select("textarea[lang=en]").text()).startsWith("The helpdesk sees it too");
    assertThat(
            world
                .as(world.pieter())
                .postFrom(
                    "/issues/" + issue, "/issues/" + issue + "/telling", "news", "1", "nl", "x"))
        .hasStatus(409);
  }

  /** Places, not people: five or more, and two power users or more. */
  @Test
  void theLeadSeesWhereNewsDoesNotArrive() {
    var issue = issues.issue();
    sql.sql(
            """
            insert into issues.me_too (issue_id, person_id, at, named)
            select i.id, p.id, i.created_at, true
              from people.pub_person p join issues.issue i on i.id = :issue where p.active
            """)
        .param("issue", issue)
        .update();
    issues.change(issue, "confirmed", "");
    world.as(world.fatima()).post("/notices/" + issue + "/receipt", "news", issues.news(issue));
    issues.twoWeeksLater();
    var page = world.as(world.marieke()).page("/network/news");
    assertThat(page.select(".telling-places tbody tr")).isNotEmpty();
    for (var row : page.select(".telling-places tbody tr")) {
      assertThat(Integer.parseInt(row.expectFirst("td").text())).isGreaterThanOrEqualTo(5);
    }
    assertThat(page.select("main").text()).doesNotContain(world.fatima().name());
    assertThat(world.as(world.pieter()).get("/network/news")).hasStatus(404);
    assertThat(world.as(world.fatima()).get("/network/news")).hasStatus(404);
  }

  @Test
  void theAdministratorSaysHowLongAndHowMany() {
    var admin = world.as(world.willemijn());
    assertThat(admin.page("/admin/telling").select("#agreedShare").val()).isEqualTo("70");
    for (var wrong : List.of("0", "101", "x", "")) {
      assertThat(
              admin.post(
                  "/admin/telling", "workingDays", "1", "agreedShare", wrong, "fewestAnswers", "5"))
          .hasStatus(422);
    }
    assertThat(
            admin.post(
                "/admin/telling", "workingDays", "2", "agreedShare", "80", "fewestAnswers", "10"))
        .hasStatus(303);
    assertThat(admin.page("/admin/telling").select("#agreedShare").val()).isEqualTo("80");
  }
}
