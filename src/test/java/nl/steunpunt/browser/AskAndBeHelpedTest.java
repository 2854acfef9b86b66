package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import nl.steunpunt.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main job: an asker at a desk and a power user on a phone. */
@BrowserTest
class AskAndBeHelpedTest {
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==");

  private static @Nullable Chromium shared;

  @Autowired World world;
  @LocalServerPort int port;

  private Chromium chromium() {
    if (shared == null) {
      shared = new Chromium(port);
    }
    return shared;
  }

  @BeforeEach
  void noErrorsYet() {
    chromium().errors().clear();
  }

  @AfterEach
  void noErrors() {
    assertThat(chromium().errors()).isEmpty();
  }

  @AfterAll
  static void stop() {
    if (shared != null) {
      shared.close();
    }
    shared = null;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static String ask(Page page, String text) {
    page.navigate("/");
    page.locator("#ask-text").fill(text);
    button(page, "Vraag het").click();
    page.waitForURL(Pattern.compile(".*/questions/\\d+"));
    return page.url();
  }

  private static void say(Page page, String text) {
    page.locator("#message-text").fill(text);
    button(page, "Stuur").click();
    assertThat(page.locator(".message-mine:not(.message-waiting) .message-text").last())
        .hasText(text);
  }

  @Test
  void askedAnsweredConfirmedWhileBothLook() {
    var asker = chromium().desk(world.as(world.sanne()).cookie()).newPage();
    var helper = chromium().phone(world.as(world.fatima()).cookie()).newPage();
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
    if (!helper.locator("#answer-text").isVisible()) {
      helper.locator("summary", new Page.LocatorOptions().setHasText("Geef het antwoord")).click();
    }
    helper.locator("#answer-text").fill("Zet het filter uit");
    button(helper, "Stuur het antwoord").click();
    assertThat(asker.locator(".message-answer .message-text")).hasText("Zet het filter uit");
    button(asker, "Ja, opgelost").click();
    assertThat(asker.locator("#situation .badge").first()).hasText("Gesloten");
    assertThat(helper.locator("#situation .badge").first()).hasText("Gesloten");
    Chromium.look(helper, "closed-phone");
  }

  @Test
  void picturesAndFilesGoWithAMessage() {
    var asker = chromium().desk(world.as(world.sanne()).cookie()).newPage();
    var question = ask(asker, "Zie plaatje " + System.nanoTime());
    asker
        .locator("input[type=file]")
        .setInputFiles(
            new FilePayload[] {
              new FilePayload("scherm.png", "image/png", PICTURE),
              new FilePayload(
                  "uren.csv", "text/csv", "week;uren\n47;36\n".getBytes(StandardCharsets.UTF_8))
            });
    assertThat(asker.locator(".composer-file")).hasCount(2);
    button(asker, "Stuur").click();
    assertThat(asker.locator(".message-picture img")).isVisible();
    assertThat(asker.locator(".message-file")).containsText("uren.csv");
    var helper = chromium().phone(world.as(world.fatima()).cookie()).newPage();
    helper.navigate(question);
    assertThat(helper.locator(".message-picture img")).isVisible();
    assertThat(
            helper
                .locator(".message-picture img")
                .evaluate("picture => picture.complete && picture.naturalWidth > 0"))
        .isEqualTo(true);
  }

  @Test
  void whatCannotBeSentComesBackWithTheReason() {
    var asker = chromium().desk(world.as(world.sanne()).cookie()).newPage();
    ask(asker, "Verkeerd bestand " + System.nanoTime());
    asker
        .locator("input[type=file]")
        .setInputFiles(
            new FilePayload("plaatje.png", "image/png", "<html>".getBytes(StandardCharsets.UTF_8)));
    asker.locator("#message-text").fill("Zie hier");
    button(asker, "Stuur").click();
    assertThat(asker.locator("#notices .alert")).isVisible();
    assertThat(asker.locator("#message-text")).hasValue("Zie hier");
    chromium().errors().removeIf(error -> error.contains("422"));
  }

  @Test
  void aLostConnectionLosesAndDoublesNothing() {
    var window = chromium().desk(world.as(world.sanne()).cookie());
    var asker = window.newPage();
    ask(asker, "Zonder verbinding " + System.nanoTime());
    window.setOffline(true);
    asker.locator("#message-text").fill("In de trein");
    button(asker, "Stuur").click();
    assertThat(asker.locator(".message-waiting")).hasText("In de trein");
    window.setOffline(false);
    assertThat(asker.locator(".message-waiting")).hasCount(0);
    assertThat(asker.locator(".message-text")).hasText(new String[] {"In de trein"});
    asker.reload();
    assertThat(asker.locator(".message-text")).hasText(new String[] {"In de trein"});
  }

  @Test
  void eightTabsShareOneStreamAndAnotherTakesOver() {
    var window = chromium().desk(world.as(world.joost()).cookie());
    var streams = new AtomicInteger();
    window.onRequest(request -> {
      if (request.url().endsWith("/events")) {
        streams.incrementAndGet();
      }
    });
    var tabs = new java.util.ArrayList<Page>();
    for (var tab = 0; tab < 8; tab++) {
      var page = window.newPage();
      page.navigate("/inbox");
      tabs.add(page);
    }
    tabs.getLast().waitForTimeout(500);
    assertThat(streams.get()).isEqualTo(1);
    tabs.getFirst().close();
    tabs.getLast().waitForTimeout(1_500);
    assertThat(streams.get()).isEqualTo(2);
  }

  @Test
  void twoTakeTheSameQuestionAndOneIsTold() {
    var asker = chromium().desk(world.as(world.sanne()).cookie()).newPage();
    var question = ask(asker, "Wie pakt hem op " + System.nanoTime());
    var fatima = chromium().phone(world.as(world.fatima()).cookie()).newPage();
    fatima.navigate(question);
    button(asker, "Vraag iemand anders").click();
    assertThat(asker.locator("#situation")).containsText("Joost Bakker");
    // Her screen follows; a click on what it showed before would be told so.
    assertThat(fatima.locator("#situation")).containsText("Joost Bakker");
    assertThat(button(fatima, "Ik pak hem op")).hasCount(0);
  }

  @Test
  void withTheKeyboardAloneAndWithoutBarriers() {
    var asker = chromium().desk(world.as(world.sanne()).cookie()).newPage();
    asker.navigate("/");
    assertThat(asker.locator("#ask-text")).isFocused();
    asker.keyboard().type("Alleen met het toetsenbord " + System.nanoTime());
    asker.keyboard().press("Control+Enter");
    asker.waitForURL(Pattern.compile(".*/questions/\\d+"));
    for (var address : List.of("/", asker.url(), "/issues", "/answers", "/account")) {
      asker.navigate(address);
      assertThat(violations(asker)).as(address).isEmpty();
    }
    var helper = chromium().phone(world.as(world.fatima()).cookie()).newPage();
    for (var address : List.of("/inbox", "/signals")) {
      helper.navigate(address);
      assertThat(violations(helper)).as(address).isEmpty();
    }
    var desk = chromium().desk(world.as(world.pieter()).cookie()).newPage();
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
    var window = chromium().withoutScripts(world.as(world.sanne()).cookie());
    var asker = window.newPage();
    ask(asker, "Zonder script " + System.nanoTime());
    asker.locator("#message-text").fill("Het gaat ook zo");
    button(asker, "Stuur").click();
    assertThat(asker.locator(".message-text")).hasText("Het gaat ook zo");
  }
}
