package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.arriveAtQuestion;
import static nl.steunpunt.browser.Screen.ask;
import static nl.steunpunt.browser.Screen.button;
import static nl.steunpunt.browser.Screen.more;

import com.microsoft.playwright.Page;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a power user does on the phone beside answering. */
@BrowserTest
class PowerUsersDayTest {
  @Autowired World world;
  @Autowired Chromium chromium;

  @Test
  void helpInPassingIsLoggedInTwoTapsAndUndone() {
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate("/inbox");
    fatima.locator(".inbox-tools a[href='/help-moments/new']").click();
    button(fatima, "15 minuten").click();
    assertThat(fatima.locator("[role=status].alert")).containsText("Genoteerd: 15 minuten.");
    assertThat(fatima.locator(".help-row").first()).containsText("15 minuten");
    button(fatima, "Ongedaan maken").click();
    assertThat(fatima.locator("#notices")).containsText("Weggehaald");
  }

  @Test
  void aColleagueWhoAskedOutLoudFindsTheQuestion() {
    var asker = chromium.desk(world.sanne()).newPage();
    asker.navigate("/");
    var text = "Vroeg het bij de koffie " + System.nanoTime();
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate("/questions/new-for");
    fatima.locator("#colleague-q").pressSequentially("sanne");
    fatima.locator(".on-behalf-row", has("Sanne de Vries")).click();
    fatima.locator("#for-text").fill(text);
    button(fatima, "Vraag het voor Sanne").click();
    arriveAtQuestion(fatima);
    asker.locator("#mine a", has(text)).click();
    assertThat(asker.locator("main")).containsText("gesteld door Fatima El Idrissi");
    assertThat(button(asker, "Niet meer nodig")).isVisible();
  }

  @Test
  void aQuestionIsPutAsideAndTheAskerSeesUntilWhen() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Dit kan wachten " + System.nanoTime());
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate(question);
    button(fatima, "Ik pak hem op").click();
    more(fatima);
    fatima.locator("#snooze a").click();
    fatima.locator(".snooze-choice").first().click();
    assertThat(asker.locator("#situation")).containsText("Dan komt Fatima erop terug");
    fatima.navigate("/inbox");
    var row = fatima.locator("#inbox section", has("Voor later"));
    assertThat(row.locator("a[href='" + question + "']")).isVisible();
    fatima.navigate(question);
    more(fatima);
    button(fatima, "Ik pak hem nu op").click();
    assertThat(asker.locator("#situation")).containsText("Fatima is ermee bezig");
  }

  private static Page.LocatorOptions has(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
