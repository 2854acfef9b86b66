package nl.steunpunt.issues.issue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** How an issue stands, and who hears that it changed. */
@SteunpuntTest
class ChangingTest extends WithIssues {
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
    var corrected =
        world.as(world.pieter()).post(issue, "title", TITLE + "!", "status", "reported");
    assertThat(corrected.getResponse().getCookie("flash"))
        .as("nobody is said to hear of it")
        .extracting(Cookie::getValue, InstanceOfAssertFactories.STRING)
        .contains("issue.done.saved");
    assertThat(told(world.chantal(), issue, "changed")).isEqualTo(1);
    assertThat(told(world.daan(), issue, "changed")).isZero();
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
}
