package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.ask;
import static nl.steunpunt.browser.Screen.button;
import static nl.steunpunt.browser.Screen.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Pictures and files, as people bring them: chosen, pasted, dropped, at asking and while talking.
 */
@BrowserTest
class PicturesAndFilesTest {
  private static final byte[] PICTURE = picture();
  private static final FilePayload SCREEN = new FilePayload("scherm.png", "image/png", PICTURE);
  private static final FilePayload HOURS =
      new FilePayload(
          "uren.csv", "text/csv", "week;uren\n47;36\n".getBytes(StandardCharsets.UTF_8));
  private static final FilePayload NO_PICTURE =
      new FilePayload("plaatje.png", "image/png", "<html>".getBytes(StandardCharsets.UTF_8));

  @Autowired World world;
  @Autowired Chromium chromium;

  private static byte[] picture() {
    try {
      var image = new BufferedImage(1200, 700, BufferedImage.TYPE_INT_RGB);
      var pen = image.createGraphics();
      pen.setPaint(new Color(0xE8EEF7));
      pen.fillRect(0, 0, 1200, 700);
      pen.setPaint(new Color(0x2F5D9B));
      pen.fillRect(0, 0, 1200, 60);
      pen.setPaint(new Color(0xB3261E));
      pen.fillRect(360, 280, 480, 140);
      pen.dispose();
      var png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void choose(Page page, FilePayload... files) {
    page.locator("input[type=file]").setInputFiles(files);
  }

  private static Locator ready(Page page) {
    return page.locator("[data-chosen] [name=attachments]");
  }

  private static boolean isDrawn(Locator picture) {
    return Boolean.TRUE.equals(
        picture.evaluate("async p => { await p.decode(); return p.naturalWidth > 0; }"));
  }

  /** As from a clipboard, or a desktop. */
  private static void bring(Page page, String event, String target) {
    page.evaluate(
        """
        ([event, target, bytes]) => {
          const raw = Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0));
          const all = new DataTransfer();
          all.items.add(new File([raw], "geplakt.png", { type: "image/png" }));
          const options = { bubbles: true, cancelable: true };
          document.querySelector(target).dispatchEvent(event === "paste"
            ? new ClipboardEvent(event, { ...options, clipboardData: all })
            : new DragEvent(event, { ...options, dataTransfer: all }));
        }
        """,
        new Object[] {event, target, Base64.getEncoder().encodeToString(PICTURE)});
  }

  @Test
  void picturesAndFilesGoWithAMessage() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Zie plaatje");
    choose(asker, SCREEN, HOURS);
    assertThat(ready(asker)).hasCount(2);
    asker.locator("#message-text").fill("Dit zie ik");
    Chromium.look(asker, "chosen-desk");
    button(asker, "Stuur").click();
    assertThat(asker.locator(".message-file")).containsText("uren.csv");
    assertThat(asker.locator("[data-chosen] li")).hasCount(0);
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate(question);
    assertThat(isDrawn(fatima.locator(".message-picture img"))).isTrue();
    Chromium.look(fatima, "picture-phone");
    fatima.locator(".message-picture").click();
    assertThat(isDrawn(fatima.locator("#lightbox img"))).isTrue();
    Chromium.look(fatima, "lightbox-phone");
    fatima.keyboard().press("Escape");
    assertThat(fatima.locator("#lightbox")).isHidden();

    var file = fatima.request().get(fatima.locator(".message-file").getAttribute("href"));
    assertThat(file.headers())
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("content-security-policy", "default-src 'none'; sandbox");
    assertThat(file.headers().get("content-disposition")).startsWith("attachment");
    var known = RequestOptions.create().setHeader("If-None-Match", file.headers().get("etag"));
    assertThat(fatima.request().get(file.url(), known).status()).isEqualTo(304);
    var stranger = chromium.desk(world.emma()).newPage();
    assertThat(stranger.request().get(file.url()).status()).isEqualTo(404);
  }

  @Test
  void aPictureIsPastedOrDroppedAndNeedsNoWords() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Plakken en slepen");
    bring(asker, "paste", "#message-text");
    bring(asker, "drop", ".question-asked");
    assertThat(ready(asker)).hasCount(2);
    button(asker, "Haal geplakt.png weg").first().click();
    assertThat(ready(asker)).hasCount(1);
    button(asker, "Stuur").click();
    assertThat(asker.locator(".message-picture")).hasCount(1);
    assertThat(said(asker)).hasCount(0);
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate(question);
    assertThat(fatima.locator(".message-picture")).hasCount(1);
  }

  @Test
  void whatCannotGoAlongSaysWhyAndTheTextStays() {
    chromium.expect("422");
    var asker = chromium.desk(world.sanne()).newPage();
    ask(asker, "Verkeerd bestand");
    asker.locator("#message-text").fill("Zie hier");
    choose(asker, NO_PICTURE);
    assertThat(asker.locator(".chosen-refused")).containsText("plaatje.png: ");
    Chromium.look(asker, "refused-desk");
    choose(asker, new FilePayload("film.pdf", "application/pdf", new byte[(10 << 20) + 1]));
    assertThat(asker.locator("[data-trouble]")).containsText("groter dan 10 MB");
    assertThat(asker.locator("#message-text")).hasValue("Zie hier");
    button(asker, "Stuur").click();
    assertThat(said(asker)).hasText(new String[] {"Zie hier"});
  }

  @Test
  void whatWasAddedSurvivesAClosedPage() {
    var window = chromium.desk(world.sanne());
    var asker = window.newPage();
    var question = ask(asker, "Even weg");
    choose(asker, SCREEN);
    assertThat(ready(asker)).hasCount(1);
    asker.close();
    var again = window.newPage();
    again.navigate(question);
    assertThat(ready(again)).hasCount(1);
    button(again, "Stuur").click();
    assertThat(again.locator(".message-picture")).hasCount(1);
  }

  @Test
  void withoutAConnectionAPictureWaitsWithItsMessage() {
    chromium.expect("ERR_INTERNET_DISCONNECTED");
    // On a slow machine a part of the page is still on its way when the connection goes.
    chromium.expect("htmx:(sendError|afterRequest)");
    var window = chromium.phone(world.sanne());
    var asker = window.newPage();
    ask(asker, "In de kelder");
    window.setOffline(true);
    choose(asker, SCREEN);
    asker.locator("#message-text").fill("Zie foto");
    button(asker, "Stuur").click();
    assertThat(asker.locator("#composer-state")).containsText("zodra de bijlage klaar is");
    assertThat(asker.locator(".chosen-name")).containsText("Wacht op verbinding");
    Chromium.look(asker, "upload-offline-phone");
    window.setOffline(false);
    assertThat(asker.locator(".message-picture")).hasCount(1);
    assertThat(said(asker)).hasText(new String[] {"Zie foto"});
  }

  @Test
  void aQuestionTakesItsPictureAlong() {
    var asker = chromium.desk(world.sanne()).newPage();
    asker.navigate("/");
    asker.locator("#ask-text").fill("Wat betekent dit scherm?");
    bring(asker, "paste", "#ask-text");
    bring(asker, "dragover", "h1");
    assertThat(asker.locator(".is-dropping .ask")).isVisible();
    bring(asker, "drop", "h1");
    choose(asker, HOURS);
    assertThat(asker.locator("[data-chosen] li")).hasCount(3);
    assertThat(asker.locator(".is-dropping")).hasCount(0);
    Chromium.look(asker, "ask-picture-desk");
    assertThat(button(asker, "Alleen laten weten")).isDisabled();
    button(asker, "Vraag het").click();
    Screen.arriveAtQuestion(asker);
    assertThat(asker.locator(".message-picture")).hasCount(2);
    assertThat(asker.locator(".message-file")).hasCount(1);
    Chromium.look(asker, "asked-picture-desk");
  }

  /** By keyboard: a page without scripts gives a click no frames to see by that it stands still. */
  @Test
  void withoutAScriptFilesGoToo() {
    chromium.expect("422");
    var asker = chromium.withoutScripts(world.sanne()).newPage();
    asker.navigate("/");
    asker.locator("#ask-text").fill("Zonder script");
    choose(asker, SCREEN);
    button(asker, "Vraag het").click();
    var question = Screen.arriveAtQuestion(asker);
    assertThat(asker.locator(".message-picture")).hasCount(1);
    choose(asker, HOURS);
    button(asker, "Stuur").press("Enter");
    assertThat(asker.locator(".message-file")).containsText("uren.csv");
    // One of two is refused: the other is still there, and can be taken away.
    choose(asker, SCREEN, NO_PICTURE);
    button(asker, "Stuur").press("Enter");
    assertThat(asker.locator("main")).containsText("Dit soort bestand kan hier niet");
    asker.navigate(question);
    assertThat(ready(asker)).hasCount(1);
    button(asker, "Haal scherm.png weg").press("Enter");
    assertThat(ready(asker)).hasCount(0);
  }
}
