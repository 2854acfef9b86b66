package nl.steunpunt.issues.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import org.junit.jupiter.api.Test;

/** A report is in the register at once, for everybody, and once. */
@SteunpuntTest
class ReportingTest extends WithIssues {
  @Test
  void reportedItIsInTheRegisterAndSuggested() {
    var issue = reported();
    assertThat(world.as(world.sanne()).page("/issues").select("a[href=" + issue + "]").text())
        .contains(TITLE, "Gemeld", "Nog niemand heeft er last van");
    assertThat(found()).contains(issue);
    assertThat(world.as(world.emma()).page(issue).select(".badge").text()).contains("Reported");
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
    var addresses = new HashSet<String>();
    for (var time = 1; time <= 2; time++) {
      addresses.add(
          world.report(
              world.fatima(), TITLE, "description", said, "signal", signal, "sending", sending));
    }
    assertThat(addresses).hasSize(1);
    assertThat(addresses).doesNotContain(reported());
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
}
