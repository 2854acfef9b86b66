package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.ask;
import static nl.steunpunt.browser.Screen.button;
import static nl.steunpunt.browser.Screen.say;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.regex.Pattern;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job: an asker at a desk and a power user on a phone. */
@BrowserTest
class AskAndBeHelpedTest {
  @Autowired World world;
  @Autowired Chromium chromium;

  @Test
  void askedAnsweredConfirmedWhileBothLook() {
    var asker = chromium.desk(world.sanne()).newPage();
    var helper = chromium.phone(world.fatima()).newPage();
    var text = "Ik kan de maand niet afsluiten (" + System.nanoTime() + ")";

    helper.navigate("/inbox");
    ask(asker, text);
    // On her screen a moment later, without her doing anything.
    var row = helper.locator(".inbox-row", new Page.LocatorOptions().setHasText(text));
    assertThat(row).isVisible();
    Chromium.look(helper, "inbox-phone");
    row.click();
    helper.waitForURL(Pattern.compile(".*/questions/\\d+"));

    say(helper, "Welk scherm heb je open?");
    assertThat(asker.locator(".message-text").last()).hasText("Welk scherm heb je open?");
    assertThat(asker.locator("#situation")).containsText("Fatima is ermee bezig");
    say(asker, "F03, zie https://nova.example/f03.");
    assertThat(helper.locator(".message-text a").last())
        .hasAttribute("href", "https://nova.example/f03");
    assertThat(asker.locator(".message-seen")).hasText("Gezien door Fatima");
    Chromium.look(asker, "question-desk");

    helper.locator("summary", new Page.LocatorOptions().setHasText("Geef het antwoord")).click();
    helper.locator("#answer-text").fill("Zet het filter uit");
    button(helper, "Stuur het antwoord").click();
    assertThat(asker.locator(".message-answer .message-text")).hasText("Zet het filter uit");
    button(asker, "Ja, opgelost").click();
    assertThat(asker.locator("#situation .badge").first()).hasText("Gesloten");
    assertThat(helper.locator("#situation .badge").first()).hasText("Gesloten");
    Chromium.look(helper, "closed-phone");
    assertThat(helper.locator(".composer")).isHidden();
    button(asker, "Het is terug: vraag het opnieuw").click();
    assertThat(asker.locator(".composer")).isVisible();
    assertThat(helper.locator(".composer")).isVisible();
    say(helper, "Hetzelfde scherm?");
    assertThat(asker.locator(".message-text").last()).hasText("Hetzelfde scherm?");
  }

  @Test
  void whoNoLongerHasItSeesSo() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Wie pakt hem op " + System.nanoTime());
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate(question);
    button(asker, "Vraag iemand anders").click();
    assertThat(asker.locator("#situation")).containsText("Joost Bakker");
    assertThat(fatima.locator("#situation")).containsText("Joost Bakker");
    assertThat(button(fatima, "Ik pak hem op")).hasCount(0);
  }

  /** Her phone hears nothing for a moment, so that both have the button. */
  @Test
  void twoTakeTheSameQuestionAndTheSecondIsTold() {
    chromium.expect("409|ERR_FAILED");
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Wie is het eerst " + System.nanoTime());
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.route("**/events*", Route::abort);
    fatima.navigate(question);
    assertThat(button(fatima, "Ik pak hem op")).isVisible();
    button(asker, "Vraag iemand anders").click();
    assertThat(asker.locator("#situation")).containsText("Joost Bakker");
    var joost = chromium.desk(world.joost()).newPage();
    joost.navigate(question);
    button(joost, "Ik pak hem op").click();
    assertThat(asker.locator("#situation")).containsText("Joost is ermee bezig");

    button(fatima, "Ik pak hem op").click();
    assertThat(fatima.locator("main")).containsText("Een collega was je net voor");
    assertThat(asker.locator("#situation")).containsText("Joost is ermee bezig");
  }

  @Test
  void withTheKeyboardAloneAndWithoutBarriers() {
    var asker = chromium.desk(world.sanne()).newPage();
    asker.navigate("/");
    assertThat(asker.locator("#ask-text")).isFocused();
    asker.keyboard().type("Alleen met het toetsenbord " + System.nanoTime());
    asker.keyboard().press("Control+Enter");
    asker.waitForURL(Pattern.compile(".*/questions/\\d+"));
    for (var address : List.of("/", asker.url(), "/issues", "/answers", "/account")) {
      asker.navigate(address);
      assertThat(violations(asker)).as(address).isEmpty();
    }
    var helper = chromium.phone(world.fatima()).newPage();
    for (var address : List.of("/inbox", "/signals")) {
      helper.navigate(address);
      assertThat(violations(helper)).as(address).isEmpty();
    }
    var desk = chromium.desk(world.pieter()).newPage();
    for (var address : List.of("/desk", "/desk/caller")) {
      desk.navigate(address);
      assertThat(violations(desk)).as(address).isEmpty();
    }
  }

  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(found ->
                found.getId()
                    + " "
                    + found.getNodes().stream().map(node -> node.getHtml()).limit(3).toList())
            .toList();
  }

  @Test
  void withoutAScriptTheFormsWork() {
    var window = chromium.withoutScripts(world.sanne());
    var asker = window.newPage();
    ask(asker, "Zonder script " + System.nanoTime());
    asker.locator("#message-text").fill("Het gaat ook zo");
    button(asker, "Stuur").click();
    assertThat(asker.locator(".message-text")).hasText("Het gaat ook zo");
  }
}
