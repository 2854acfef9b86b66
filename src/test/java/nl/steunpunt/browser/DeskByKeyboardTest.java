package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.ask;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk without a mouse, and two of it at the same question. */
@BrowserTest
class DeskByKeyboardTest {
  @Autowired World world;
  @Autowired Chromium chromium;

  private String handed(String text) {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, text);
    world.as(world.fatima()).post(question + "/handover", "tried", "Opnieuw ingelogd");
    return question;
  }

  private static Locator row(Page page, String question) {
    return page.locator("#queue .inbox-row[href='" + question + "']");
  }

  @Test
  void chosenTakenUndoneOpenedAndNotedWithoutAMouse() {
    var question = handed("Zonder muis " + System.nanoTime());
    var desk = chromium.desk(world.pieter()).newPage();
    desk.navigate("/desk");
    var keys = desk.locator("#desk-keys");
    assertThat(keys).isHidden();
    desk.keyboard().press("Shift+?");
    assertThat(keys).isVisible();
    desk.keyboard().press("Escape");
    assertThat(keys).isHidden();

    desk.keyboard().press("j");
    assertThat(desk.locator("#queue .inbox-row").first()).isFocused();
    for (var i = 0; i < 60 && !isFocused(row(desk, question)); i++) {
      desk.keyboard().press("j");
    }
    assertThat(row(desk, question)).isFocused();
    desk.keyboard().press("x");
    assertThat(desk.locator("#desk-bulk")).isVisible();
    desk.locator("#desk-bulk button[value=take]").press("Enter");
    assertThat(row(desk, question)).containsText("Van jou");
    desk.keyboard().press("u");
    assertThat(row(desk, question)).not().containsText("Van jou");
    row(desk, question).focus();
    desk.keyboard().press("t");
    assertThat(row(desk, question)).containsText("Van jou");
    row(desk, question).focus();
    desk.keyboard().press("z");
    assertThat(row(desk, question)).not().containsText("Van jou");
    row(desk, question).focus();
    desk.keyboard().press("p");
    assertThat(desk.locator("#desk-bulk select[name=severity]")).isFocused();
    desk.locator("#desk-bulk select[name=severity]").selectOption("high");
    desk.locator("#desk-bulk button[value=rate]").press("Enter");
    assertThat(row(desk, question)).containsText("P2");
    desk.keyboard().press("u");
    assertThat(row(desk, question)).containsText("P3");

    row(desk, question).press("Enter");
    desk.waitForURL("**" + question);
    desk.locator("[data-key=t]").waitFor();
    desk.keyboard().press("t");
    assertThat(desk.locator("#situation")).containsText("Jij hebt de vraag");
    desk.locator("#note-text").waitFor();
    desk.keyboard().press("n");
    assertThat(desk.locator("#note-text")).isFocused();
    desk.keyboard().type("Belt morgen terug");
    desk.locator(".desk-notes button", new Page.LocatorOptions().setHasText("Noteer"))
        .press("Enter");
    assertThat(desk.locator(".desk-note")).containsText("Belt morgen terug");
    desk.locator("[data-key=c]").waitFor();
    desk.locator("h1, main").first().focus();
    desk.keyboard().press("c");
    assertThat(desk.locator("#close-text")).isFocused();
    Chromium.look(desk, "desk-by-keyboard");
  }

  @Test
  void theOtherLettersOfTheListDoWhatItSays() {
    var question = handed("Elke letter " + System.nanoTime());
    handed("Nog een " + System.nanoTime());
    var desk = chromium.desk(world.pieter()).newPage();
    desk.navigate("/desk");
    var rows = desk.locator("#queue .inbox-row");
    rows.first().waitFor();
    desk.keyboard().press("k");
    assertThat(rows.last()).isFocused();
    desk.keyboard().press("k");
    assertThat(rows.nth(rows.count() - 2)).isFocused();

    desk.navigate(question);
    desk.locator("[data-key=b]").waitFor();
    desk.keyboard().press("b");
    assertThat(desk.locator("#advice-text")).isFocused();
    desk.locator("main").focus();
    desk.keyboard().press("o");
    assertThat(desk.locator("#join-into")).isVisible();
    desk.locator("main").focus();
    desk.keyboard().press("g");
    desk.waitForURL("**/desk");
    desk.keyboard().press("i");
    desk.waitForURL("**/desk/caller");
  }

  private static boolean isFocused(Locator locator) {
    return (Boolean) locator.evaluate("row => row === document.activeElement");
  }

  @Test
  void whoSwitchedTheLettersOffTypesNothingByAccident() {
    handed("Geen letters " + System.nanoTime());
    var desk = chromium.desk(world.pieter()).newPage();
    desk.navigate("/desk");
    desk.keyboard().press("Shift+?");
    desk.locator("#desk-keys-on").uncheck();
    desk.keyboard().press("Escape");
    desk.keyboard().press("j");
    assertThat(desk.locator("#queue .inbox-row").first()).not().isFocused();
  }

  @Test
  void twoAtOneQuestionSeeEachOtherAndItsAskerNeither() {
    var question = handed("Samen kijken " + System.nanoTime());
    var pieter = chromium.desk(world.pieter()).newPage();
    pieter.navigate(question);
    var list = chromium.desk(world.chantal()).newPage();
    list.navigate("/desk");
    pieter.reload();
    assertThat(row(list, question)).containsText("Pieter kijkt");
    var chantal = chromium.desk(world.chantal()).newPage();
    chantal.navigate(question);
    assertThat(chantal.locator("#desk-looking")).hasText("Pieter kijkt hier ook naar");
    assertThat(pieter.locator("#desk-looking")).hasText("Chantal kijkt hier ook naar");
    chantal.navigate("/issues");
    assertThat(pieter.locator("#desk-looking")).isHidden();
  }
}
