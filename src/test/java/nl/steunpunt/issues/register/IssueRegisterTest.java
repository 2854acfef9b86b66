package nl.steunpunt.issues.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register as it is looked through: words, filters, pages, and views of one's own. */
@SteunpuntTest
class IssueRegisterTest {
  private static final String BEES = "Lijst met wespendieven blijft leeg na filteren";
  private static final String STORKS = "Ooievaars staan dubbel in het overzicht";

  @Autowired World world;
  @Autowired JdbcClient sql;

  private String reported(String title, String description) {
    return world.report(world.fatima(), title, "description", description);
  }

  private void change(String issue, String title, String... more) {
    var fields = new java.util.ArrayList<>(List.of("title", title, "status", "confirmed"));
    fields.addAll(List.of(more));
    assertThat(world.as(world.pieter()).post(issue, fields.toArray(String[]::new))).hasStatus(303);
  }

  private List<String> found(Colleague who, String query) {
    return world.as(who).page("/issues?" + query).select("a.question-row").eachAttr("href");
  }

  @Test
  void isFoundByWordsBeginningsPartsAndItsNumber() {
    var bees = reported(BEES, "Na het sorteren komt er niets meer.");
    var storks = reported(STORKS, "");
    for (var typed :
        List.of(
            "wespendieven",
            "wespen",
            "dieven",
            "filteren wespendief",
            "sorteren",
            "filter lijst wespendieven")) {
      assertThat(found(world.sanne(), "q=" + typed))
          .as(typed)
          .contains(bees)
          .doesNotContain(storks);
    }
    assertThat(found(world.sanne(), "q=" + bees.substring(bees.lastIndexOf('/') + 1)))
        .contains(bees);
  }

  @Test
  void anErrorInTypingStillFindsAndSaysSo() {
    var bees = reported(BEES, "");
    var page = world.as(world.sanne()).page("/issues?q=wespedeiven");
    assertThat(page.select("a.question-row").eachAttr("href")).contains(bees);
    assertThat(page.select("[role=status]").text()).contains("Niets heeft precies deze woorden");
    assertThat(page.select(".issue-filters[open]")).as("what is found stands first").isEmpty();
    assertThat(world.as(world.sanne()).page("/issues?q=qqxxqqxx").text())
        .contains("Niets lijkt op “qqxxqqxx”");
    assertThat(world.as(world.sanne()).page("/issues?q=%'\"<b>\\").select(".question-row"))
        .isEmpty();
  }

  /** More than are looked through one by one: then the index is asked. */
  @Test
  void whatLiesFarBackIsFoundToo() {
    var bees = reported(BEES, "");
    sql.sql(
            """
            insert into issues.issue (system_id, title, description, status, created_by, created_at, changed_at)
            select :system, 'Ooievaars staan dubbel ' || n, '', 'reported', :by, :now, :now from generate_series(1, 1100) n
            """)
        .param("system", world.nova())
        .param("by", world.pieter().id())
        .param("now", java.time.Instant.parse("2026-01-05T08:00:00Z"))
        .update();
    for (var typed : List.of("wespendieven", "dieven", "wespedeiven")) {
      assertThat(found(world.sanne(), "q=" + typed)).as(typed).contains(bees);
    }
    assertThat(found(world.sanne(), "q=ooievaras")).as("a page of what many have").hasSize(50);
    assertThat(found(world.sanne(), "q=wespedeiven&status=ended")).doesNotContain(bees);
  }

  @Test
  void eachFilterIsAnAddressAndTheyGoTogether() {
    var bees = reported(BEES, "");
    var storks = reported(STORKS, "");
    change(
        bees,
        BEES,
        "severity",
        "stops",
        "plannedRelease",
        "Nova 99",
        "workaround",
        "Zoek op nummer.",
        "owner",
        world.pieter().email());
    world.as(world.sanne()).post(storks + "/me-too");
    for (var query :
        List.of("status=confirmed", "severity=stops", "release=Nova 99", "workaround=true")) {
      assertThat(found(world.sanne(), query)).as(query).contains(bees).doesNotContain(storks);
    }
    for (var query : List.of("mine=true", "workaround=false", "status=reported")) {
      assertThat(found(world.sanne(), query)).as(query).contains(storks).doesNotContain(bees);
    }
    assertThat(found(world.pieter(), "owner=me")).contains(bees).doesNotContain(storks);
    assertThat(found(world.pieter(), "owner=nobody")).contains(storks).doesNotContain(bees);
    assertThat(found(world.sanne(), "owner=" + world.pieter().id()))
        .as("whose it is, is for who works on it")
        .contains(bees, storks);
    assertThat(
            found(
                world.sanne(),
                "severity=stops&release=Nova 99&q=wespendieven&system=" + world.nova()))
        .containsExactly(bees);
    assertThat(found(world.sanne(), "system=999999&q=wespendieven")).isEmpty();
    assertThat(found(world.sanne(), "status=nonsense&severity=x&topic=y&owner=z"))
        .as("what says nothing is left out")
        .contains(bees, storks);
    var page = world.as(world.sanne()).page("/issues?status=all&severity=stops&release=Nova 99");
    assertThat(page.select("#filter-release option[selected]").text()).isEqualTo("Nova 99");
    assertThat(page.select("#filter-severity option[selected]").text())
        .isEqualTo("Het werk ligt stil");
    assertThat(page.select("a.question-row").text()).doesNotContain("Pieter");
    assertThat(
            world.as(world.fatima()).page("/issues?severity=stops").select(".question-row").text())
        .contains("Pieter Hoekstra", "Nova 99");
  }

  @Test
  void pagesGoOnWhereTheLastOneEnded() {
    sql.sql(
            """
            insert into issues.issue (system_id, title, status, created_by, created_at, changed_at)
            select :nova, 'Zeearend ' || n, 'reported', :by, '2026-01-01', '2026-01-01'
              from generate_series(1, 120) n
            """)
        .param("nova", world.nova())
        .param("by", world.fatima().id())
        .update();
    var seen = new java.util.ArrayList<String>();
    var address = "/issues?q=zeearend";
    while (!address.isEmpty()) {
      var page = world.as(world.sanne()).page(address);
      var rows = page.select("a.question-row").eachAttr("href");
      assertThat(rows).hasSizeLessThanOrEqualTo(50);
      seen.addAll(rows);
      address = page.select("main a[href*=before]").attr("href");
    }
    assertThat(seen).hasSize(120).doesNotHaveDuplicates();
  }

  @Test
  void aViewIsKeptRenamedRemovedAndPutBack() {
    var me = world.as(world.sanne());
    var reply =
        me.post("/issues/views", "name", "Ligt stil", "query", "severity=stops&status=all&evil=1");
    assertThat(reply.getResponse().getRedirectedUrl())
        .isEqualTo("/issues?status=all&severity=stops");
    var page = me.page("/issues?status=all&severity=stops");
    assertThat(page.select(".issue-views a[aria-current=true]").text()).isEqualTo("Ligt stil");
    var view =
        sql.sql("select max(id) from issues.saved_view").query(Long.class).single().toString();
    assertThat(me.page("/issues?severity=minor").select("form[action=/issues/views/" + view + "]"))
        .isNotEmpty();
    me.post("/issues/views/" + view, "query", "severity=minor");
    me.post("/issues/views/" + view + "/name", "name", "Klein", "query", "severity=minor");
    assertThat(me.page("/issues").select(".issue-views a").attr("href"))
        .isEqualTo("/issues?severity=minor");
    assertThat(me.page("/issues").select(".issue-views").text()).isEqualTo("Klein");
    me.post("/issues/views/" + view + "/removal");
    var gone = me.page("/issues");
    assertThat(gone.select(".issue-views")).isEmpty();
    assertThat(gone.text()).contains("Het overzicht “Klein” is weg.");
    me.post(gone.select("form[action$=undoing]").attr("action"));
    assertThat(me.page("/issues").select(".issue-views").text()).isEqualTo("Klein");
  }

  @Test
  void aViewIsItsOwnersAloneAndHasOneName() {
    var me = world.as(world.sanne());
    me.post("/issues/views", "name", "Mijn lijst", "query", "mine=true");
    var view =
        sql.sql("select max(id) from issues.saved_view").query(Long.class).single().toString();
    assertThat(world.as(world.fatima()).page("/issues").text()).doesNotContain("Mijn lijst");
    for (var what : List.of("", "/name", "/removal", "/undoing")) {
      assertThat(
              world
                  .as(world.fatima())
                  .post("/issues/views/" + view + what, "name", "x", "query", ""))
          .as(what)
          .hasStatus(404);
    }
    var again =
        me.postFrom(
            "/issues?severity=minor",
            "/issues/views",
            "name",
            "mijn LIJST",
            "query",
            "severity=minor",
            "standsOn",
            "/issues?severity=minor");
    assertThat(again).hasStatus(422);
    assertThat(Browser.html(again).select("#view-name").val()).isEqualTo("mijn LIJST");
    assertThat(me.post("/issues/views", "name", " ", "query", "")).hasStatus(422);
    assertThat(me.post("/issues/views", "name", "x".repeat(61), "query", "")).hasStatus(422);
  }
}
