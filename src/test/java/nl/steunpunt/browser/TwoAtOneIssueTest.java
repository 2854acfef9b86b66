package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.button;
import static nl.steunpunt.browser.Screen.open;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody types about an issue outlives what a colleague does meanwhile. */
@BrowserTest
class TwoAtOneIssueTest {
  @Autowired World world;
  @Autowired Chromium chromium;

  private String issue(Page desk, String title, Colleague... hit) {
    desk.navigate("/issues/new");
    desk.locator("#issue-title").fill(title);
    button(desk, "Bewaar").click();
    assertThat(desk.locator("h1")).hasText(title);
    var issue = desk.url().replaceFirst("https?://[^/]+", "");
    for (var who : hit) {
      var asker = chromium.phone(who).newPage();
      asker.navigate(issue);
      button(asker, "Ik ook").click();
      assertThat(asker.locator("main")).containsText("Ook van jou");
    }
    return issue;
  }

  private static void change(Page desk, String issue, String status, String workaround) {
    desk.navigate(issue);
    open(desk, "Verander dit issue");
    desk.locator("#issue-status").selectOption(status);
    desk.locator("#issue-workaround").fill(workaround);
    button(desk, "Bewaar").click();
    assertThat(desk.locator("#notices")).containsText("Veranderd.");
  }

  @Test
  void whoIsSecondSeesBothSideBySideAndSavesWithOneTap() {
    chromium.expect("status of 409");
    var pieter = chromium.desk(world.pieter()).newPage();
    var issue = issue(pieter, "De kolibriestaat is leeg " + System.nanoTime());
    open(pieter, "Verander dit issue");
    pieter.locator("#issue-workaround").fill("Open hem via het weekoverzicht");
    change(chromium.desk(world.chantal()).newPage(), issue, "in_progress", "Wacht tot morgen");

    button(pieter, "Bewaar").click();
    assertThat(pieter.locator("h1")).containsText("intussen veranderd");
    Screen.check(pieter, "meanwhile-desk");
    assertThat(pieter.locator(".meanwhile-choice:has(:checked)"))
        .containsText(new String[] {"Wordt aan gewerkt", "Open hem via het weekoverzicht"});
    pieter.setViewportSize(390, 844);
    Screen.check(pieter, "meanwhile-phone");
    button(pieter, "Bewaar wat ik koos").click();
    assertThat(pieter.locator("#issue")).containsText("Wordt aan gewerkt");
    assertThat(pieter.locator(".issue-workaround")).containsText("Open hem via het weekoverzicht");
  }

  /** Two forms of a card send to one address, and one card goes while somebody types in it. */
  @Test
  void newsArrivesOnTheOpenPageAndLeavesWhatIsTyped() {
    var desk = chromium.desk(world.pieter()).newPage();
    var first = "De kolibriekaart is grijs " + System.nanoTime();
    var issue = issue(desk, first, world.sanne());
    change(desk, issue, "confirmed", "");
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate("/notices");
    var card = card(fatima, first);
    card.locator("summary").first().click();
    var words = card.locator("textarea[lang=en]");
    words.fill("Hang on, they see it too.");

    var second = "De kolibrielijst is dubbel " + System.nanoTime();
    change(desk, issue(desk, second, world.sanne()), "in_progress", "");
    assertThat(card(fatima, second)).isVisible();
    assertThat(fatima.locator("#telling-count")).containsText("om over te vertellen");
    assertThat(words).hasValue("Hang on, they see it too.");
    assertThat(words).isFocused();
    assertThat(card.locator("textarea[lang=nl]")).hasCount(1);
    assertThat(card.getByText("Kopieer")).hasCount(2);
    assertThat(card.getByText("Kopieer").last()).isVisible();
    Screen.check(fatima, "telling-while-typing");

    // Sanne reads it herself: nobody need tell her any more.
    chromium.desk(world.sanne()).newPage().navigate(issue);
    change(
        desk,
        issue(desk, "De kolibrieknop is weg " + System.nanoTime(), world.sanne()),
        "confirmed",
        "");
    assertThat(
            fatima.locator(".telling-card", new Page.LocatorOptions().setHasText("kolibrieknop")))
        .isVisible();
    assertThat(words).hasValue("Hang on, they see it too.");
  }

  private static Locator card(Page page, String title) {
    return page.locator(".telling-card", new Page.LocatorOptions().setHasText(title));
  }
}
