package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to a power user's people appears on their page while it stands open. */
@BrowserTest
class OwnPeopleInSightTest {
  @Autowired World world;
  @Autowired Chromium chromium;

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
}
