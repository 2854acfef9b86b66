package nl.steunpunt.issues.pointer;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tickets and ideas elsewhere, put with an issue by hand. */
@SteunpuntTest
class PointersTest {
  @Autowired World world;

  private String reported(String title) {
    return world.report(world.fatima(), title);
  }

  private void point(String issue, String title) {
    assertThat(
            world
                .as(world.pieter())
                .post(
                    issue + "/pointers",
                    "kind",
                    "ticket",
                    "pointerTitle",
                    title,
                    "address",
                    "https://rt.example.org/" + title))
        .hasStatus(303);
  }

  @Test
  void whoWorksOnItSeesThemAndWhoIsHitDoesNot() {
    var issue = reported("Wespendieven verdwijnen");
    point(issue, "4711");
    assertThat(world.as(world.joost()).page(issue).select(".pointer-list a").attr("href"))
        .isEqualTo("https://rt.example.org/4711");
    assertThat(world.as(world.joost()).page(issue).select("form[action$=pointers]")).isEmpty();
    assertThat(world.as(world.sanne()).page(issue).select("#issue-pointers")).isEmpty();
    assertThat(world.as(world.joost()).post(issue + "/pointers", "pointerTitle", "x"))
        .hasStatus(404);
  }

  @Test
  void whatIsWrongKeepsWhatWasTyped() {
    var issue = reported("Wespendieven verdwijnen");
    var again =
        world
            .as(world.pieter())
            .post(
                issue + "/pointers",
                "kind",
                "idea",
                "pointerTitle",
                "Filters bewaren",
                "address",
                "javascript:alert(1)",
                "standsOn",
                issue);
    assertThat(again).hasStatus(422).bodyText().contains("Filters bewaren", "https://");
    assertThat(world.as(world.pieter()).post(issue + "/pointers", "pointerTitle", " "))
        .hasStatus(422);
    assertThat(world.as(world.pieter()).post("/issues/999999999/pointers", "pointerTitle", "x"))
        .hasStatus(404);
  }

  @Test
  void theLastOneRemovedComesBack() {
    var issue = reported("Wespendieven verdwijnen");
    point(issue, "4711");
    var desk = world.as(world.pieter());
    var removal = desk.page(issue).select("form[action$=removal]").attr("action");
    assertThat(desk.post(removal)).hasStatus(303);
    assertThat(desk.page(issue).select(".pointer-list")).isEmpty();
    var undo = desk.page(issue).select("form[action$=undoing]").attr("action");
    assertThat(desk.post(undo)).hasStatus(303);
    assertThat(desk.page(issue).select(".pointer-list li").text()).contains("4711");
    assertThat(desk.post(undo.replace(issue, reported("Iets anders")))).hasStatus(404);
  }

  @Test
  void theyGoAlongWithAnIssueAndComeOutWithIt() {
    var gone = reported("Wespendieven verdwijnen");
    var kept = reported("Wespendieven zijn weg");
    point(gone, "4711");
    var desk = world.as(world.pieter());
    desk.post(gone + "/merger", "into", kept.substring(kept.lastIndexOf('/') + 1));
    assertThat(desk.page(kept).select(".pointer-list li").text()).contains("4711");
    desk.post(gone + "/merger/undoing");
    assertThat(desk.page(kept).select(".pointer-list")).isEmpty();
    assertThat(desk.page(gone).select(".pointer-list li").text()).contains("4711");
  }
}
