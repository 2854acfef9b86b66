package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The lead moves a part of the organisation to another power user: by hand, by keyboard, and back.
 */
@BrowserTest
class ConstituencyMovedTest {
  @Autowired World world;
  @Autowired Chromium chromium;

  private static Locator card(Page page, Colleague powerUser) {
    return page.locator(".division-one", new Page.LocatorOptions().setHasText(powerUser.name()));
  }

  @Test
  void draggedLookedAtDoneAndTakenBack() {
    var lead = chromium.desk(world.marieke()).newPage();
    lead.navigate("/network/division");
    var part = card(lead, world.fatima()).locator(".division-part").first();
    var place = part.locator(".grow").innerText();
    part.locator(".grow").dragTo(card(lead, world.joost()).locator("h2"));

    assertThat(lead.locator("h1")).hasText("Wat zou dit doen?");
    assertThat(lead.locator("main .lead"))
        .hasText(
            "%s zou van %s naar %s gaan. Er is nog niets veranderd."
                .formatted(place, world.fatima().name(), world.joost().name()));
    button(lead, "Doe dit").click();
    assertThat(lead.locator("#notices")).containsText(place + " is nu bij");
    button(lead, "Draai terug").click();
    assertThat(lead.locator("#notices")).containsText("Teruggedraaid");
    lead.navigate("/network/division");
    assertThat(card(lead, world.fatima())).containsText(place);
  }

  @Test
  void byKeyboardAloneAndLeftAsItWas() {
    var lead = chromium.desk(world.marieke()).newPage();
    lead.navigate("/network/division");
    var part = card(lead, world.fatima()).locator(".division-part").first();
    var place = part.locator(".grow").innerText();
    part.locator("a").focus();
    lead.keyboard().press("Enter");
    assertThat(lead.locator("h1")).hasText("Wie kan " + place + " helpen?");
    lead.locator("main input[name=to]").first().focus();
    lead.keyboard().press("ArrowDown");
    lead.keyboard().press("Tab");
    lead.keyboard().press("Enter");
    assertThat(lead.locator("h1")).hasText("Wat zou dit doen?");
    lead.locator("a.btn", new Page.LocatorOptions().setHasText("Laat het zo")).focus();
    lead.keyboard().press("Enter");
    assertThat(card(lead, world.fatima())).containsText(place);
  }

  @Test
  void whatIsDroppedWhereItWasStays() {
    var lead = chromium.desk(world.marieke()).newPage();
    lead.navigate("/network/division");
    var fatima = card(lead, world.fatima());
    fatima.locator(".division-part .grow").first().dragTo(fatima.locator("h2"));
    assertThat(lead).hasURL(java.util.regex.Pattern.compile(".*/network/division$"));
  }
}
