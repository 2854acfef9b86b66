package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to a power user's people appears on their page while it stands open. */
@BrowserTest
class OwnPeopleInSightTest {
  @Autowired World world;
  @Autowired Chromium chromium;
  @Autowired JdbcClient sql;

  private String asked() {
    var text = "De koekoekslijst is leeg " + System.nanoTime();
    world
        .as(world.sanne())
        .post(
            "/questions",
            "system",
            world.nova().toString(),
            "text",
            text + ", en dat al dagen".repeat(20),
            "shared",
            "true");
    return text;
  }

  @Test
  void aQuestionAppearsAndNothingIsLostOfWhatOneIsDoing() {
    var page = chromium.desk(world.fatima()).newPage();
    page.navigate("/my-people");
    page.locator("#mypeople-kind").selectOption("question");
    page.locator("#mypeople-department").focus();
    var first = asked();
    assertThat(page.locator("#mypeople-now")).containsText(first);
    assertThat(page.locator("#mypeople-kind")).hasValue("question");
    assertThat(page.locator("#mypeople-department")).isFocused();

    var says = page.locator("#mypeople-now summary").first();
    var id = says.getAttribute("id");
    says.click();
    var second = asked();
    assertThat(page.locator("#mypeople-now")).containsText(second);
    assertThat(page.locator("#mypeople-now details[open]")).hasCount(1);
    assertThat(page.locator("#" + id)).isFocused();
    assertThat(page.locator("#" + id + " + p")).containsText(first);
    Screen.check(page, "my-people-desk");
  }

  private String reported(String title) {
    var path = world.report(world.pieter(), title);
    world.as(world.sanne()).post(path + "/me-too");
    return path;
  }

  @Test
  void anotherTitleAppearsAndWhatBecomesOneWithAnotherGoes() {
    var birds = "De reigers staan er niet " + System.nanoTime();
    var kept = reported(birds);
    var page = chromium.desk(world.fatima()).newPage();
    page.navigate("/my-people?kind=issue");
    assertThat(page.locator("#mypeople-now")).containsText(birds);

    var pieter = world.as(world.pieter());
    var herons = "De blauwe reigers staan er niet " + System.nanoTime();
    pieter.post(kept, "title", herons, "status", "reported");
    assertThat(page.locator("#mypeople-now")).containsText(herons);

    var same = "Geen reigers " + System.nanoTime();
    var gone = reported(same);
    assertThat(page.locator("#mypeople-now")).containsText(same);
    pieter.post(gone + "/merger", "into", kept.substring("/issues/".length()));
    assertThat(page.locator("#mypeople-now")).not().containsText(same);
    pieter.post(gone + "/merger/undoing");
    assertThat(page.locator("#mypeople-now")).containsText(same);
  }

  @Test
  void thePlacesToChooseFromFollowWhomOneServes() {
    var page = chromium.desk(world.fatima()).newPage();
    page.navigate("/my-people");
    var places = page.locator("#mypeople-department");
    var choosing = chromium.desk(world.fatima()).newPage();
    choosing.navigate("/my-people");
    var chosen = choosing.locator("#mypeople-department");
    chosen.selectOption(new SelectOption().setIndex(1));
    var value = chosen.inputValue();

    var mandate =
        sql.sql("select id from network.mandate where person_id = :fatima and stage <> 'ended'")
            .param("fatima", world.fatima().id())
            .query(Long.class)
            .single();
    var transport =
        sql.sql("select department_id from people.pub_person where id = :lotte")
            .param("lotte", world.lotte().id())
            .query(Long.class)
            .single();
    var option = "option[value='" + transport + "']";
    assertThat(places.locator(option)).hasCount(0);
    var lead = world.as(world.marieke());
    lead.post(
        "/network/power-users/" + mandate + "/rules",
        "kind",
        "DEPARTMENT",
        "ref",
        String.valueOf(transport));
    try {
      assertThat(places.locator(option)).hasCount(1);
      assertThat(places).hasValue("");
      choosing.waitForTimeout(1000);
      assertThat(chosen).hasValue(value);
    } finally {
      var change =
          sql.sql("select max(id) from network.constituency_change").query(Long.class).single();
      var undone =
          lead.post(
              "/network/changes/undoing",
              "system",
              world.nova().toString(),
              "change",
              String.valueOf(change));
      org.assertj.core.api.Assertions.assertThat(undone).hasStatus(303);
    }
    assertThat(places.locator(option)).hasCount(0);
  }
}
