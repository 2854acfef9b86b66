package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.button;
import static nl.steunpunt.browser.Screen.check;

import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The network lead brings in what the helpdesk had to do before, in the columns of a real log:
 * three clicks. In the end it is taken back, for the other tests.
 */
@BrowserTest
class HelpdeskHistoryTest {
  private static final Path LOG = Path.of("src/test/resources/replay/incidents.csv");

  @Autowired World world;
  @Autowired Chromium chromium;

  @Test
  void threeClicksAtADesk() {
    threeClicks(chromium.desk(world.marieke()), "desk");
  }

  @Test
  void threeClicksOnAPhone() {
    threeClicks(chromium.phone(world.marieke()), "phone");
  }

  private static void threeClicks(BrowserContext window, String name) {
    var page = window.newPage();
    page.navigate("/helpdesk-history");
    int before = page.locator(".lines a").count();
    page.locator("#file").setInputFiles(LOG);
    button(page, "Upload").click();
    assertThat(page.locator("#column-0")).hasValue("number");
    check(page, "history-columns-" + name);

    button(page, "Bekijk").first().click();
    assertThat(page.locator(".history-tiles")).containsText("meldingen");
    assertThat(page.locator("#refusal")).hasCount(0);
    check(page, "history-preview-" + name);

    button(page, "Importeer").click();
    assertThat(page.locator(".alert-success").first()).containsText("Geïmporteerd");
    check(page, "history-done-" + name);
    page.navigate("/helpdesk-history");
    assertThat(page.locator(".lines a")).hasCount(before + 1);

    page.locator(".lines a").first().click();
    button(page, "Draai terug").click();
    assertThat(page.locator(".alert-success").first()).containsText("teruggedraaid");
  }
}
