package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.button;
import static nl.steunpunt.browser.Screen.check;

import com.microsoft.playwright.Page;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The lead sees a hole on the map, takes the step that is offered, and the hole is gone. */
@BrowserTest
class HoleFoundAndClosedTest {
  private static final String TRANSPORT = "Logistiek · Transport";

  @Autowired World world;
  @Autowired Chromium chromium;

  @Test
  void aHoleIsFoundOnTheMapClosedByTheKeyboardAndOpenedAgain() {
    var page = chromium.desk(world.marieke()).newPage();
    page.navigate("/network/cover");
    check(page, "cover");
    var tile = page.locator(".map-desk a[aria-label^='Transport,']");
    assertThat(tile)
        .hasAttribute("aria-label", java.util.regex.Pattern.compile("zonder power user"));
    tile.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".cover-above strong")).hasText("Transport");
    assertThat(page.locator(".cover-hole-where")).hasText(TRANSPORT);

    page.locator(".offers a[href*='who=']").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("input[name=who]:checked")).hasCount(1);
    assertThat(page.locator("input[name=what]:checked")).hasCount(1);
    button(page, "Wat zou dit doen?").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("main .lead")).containsText("Er is nog niets veranderd");
    button(page, "Doe dit").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#notices")).containsText(TRANSPORT + " is nu bij");
    try {
      page.navigate("/network/cover");
      assertThat(page.locator(".cover-hole-where", has(TRANSPORT))).hasCount(0);
      assertThat(tile)
          .hasAttribute("aria-label", java.util.regex.Pattern.compile(" 0 zonder power user"));
    } finally {
      page.navigate("/network/changes");
      button(page, "Draai terug").click();
      assertThat(page.locator("#notices")).containsText("Teruggedraaid");
    }
    page.navigate("/network/cover");
    assertThat(page.locator(".cover-hole-where", has(TRANSPORT))).hasCount(1);
  }

  @Test
  void onAPhoneTheMapAndTheListLeadToTheSamePlace() {
    var page = chromium.phone(world.marieke()).newPage();
    page.navigate("/network/cover?by=location");
    check(page, "cover on a phone");
    assertThat(page.locator(".map-desk")).isHidden();
    assertThat(page.locator(".map-phone a[aria-label^='Utrecht,']")).isVisible();
    var building = page.locator(".cover-places .board-child a").first();
    assertThat(building).isHidden();
    page.locator(".cover-places .unfold").first().click();
    assertThat(building).isVisible();
    building.click();
    assertThat(page.locator(".cover-above a")).hasCount(2);
  }

  private static Page.LocatorOptions has(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
