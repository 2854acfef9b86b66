package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.arriveAtQuestion;
import static nl.steunpunt.browser.Screen.ask;
import static nl.steunpunt.browser.Screen.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A whole log that somebody pastes stays where it is. Not much more than the server reads, because
 * a browser draws it all first; what is larger the server refuses as it refuses this.
 */
@BrowserTest
class TooLargeTest {
  private static final int LETTERS = 2_200_000;

  @Autowired World world;
  @Autowired Chromium chromium;

  /** At once: by keys Chromium needs long to select so much, and to remember it for an undo. */
  private static void write(Locator field, String text) {
    field.evaluate(
        "(field, text) => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); }",
        text);
  }

  private static void paste(Locator field) {
    write(field, ("a".repeat(99) + "\n").repeat(LETTERS / 100));
  }

  private static Object letters(Locator field) {
    return field.evaluate("field => field.value.length");
  }

  /**
   * By its place and at once: to wait for a name or a still page takes minutes with such a field.
   */
  private static void send(Page page, String form) {
    page.locator(form + " button.btn-primary").dispatchEvent("click");
  }

  private static AtomicInteger sendings(Page page, String action) {
    var sent = new AtomicInteger();
    page.onRequest(request -> {
      if (request.method().equals("POST") && request.url().endsWith(action)) {
        sent.incrementAndGet();
      }
    });
    return sent;
  }

  private static void isRefusedWithItsText(Page page, String field, String why) {
    assertThat(page.locator("[data-unsendable]")).containsText(why);
    assertThat(page.locator("[data-unsendable]")).isInViewport();
    assertThat(page.locator(field)).isFocused();
    assertThat(letters(page.locator(field))).isEqualTo(LETTERS);
  }

  @Test
  void aQuestionStaysAndGoesWhenItIsShorter() {
    var page = chromium.desk(world.sanne()).newPage();
    page.navigate("/");
    var sent = sendings(page, "/questions");
    paste(page.locator("#ask-text"));
    send(page, "form.ask");
    send(page, "form.ask");
    isRefusedWithItsText(page, "#ask-text", "Hij staat er nog");
    assertThat(sent).hasValue(0);

    write(page.locator("#ask-text"), "Het log is te groot");
    assertThat(page.locator("[data-unsendable]")).hasCount(0);
    button(page, "Vraag het").click();
    arriveAtQuestion(page);
  }

  @Test
  void soDoesWhatSomebodyWritesOnAPhone() {
    var question = ask(chromium.desk(world.sanne()).newPage(), "Het rapport loopt vast");
    var page = chromium.phone(world.fatima()).newPage();
    page.navigate(question);
    var sent = sendings(page, "/messages");
    paste(page.locator("#message-text"));
    send(page, "form.composer");
    isRefusedWithItsText(page, "#message-text", "Hij staat er nog");
    assertThat(sent).hasValue(0);

    chromium.expect("422");
    var log = "Regel uit een log. ".repeat(600).strip();
    write(page.locator("#message-text"), log);
    send(page, "form.composer");
    assertThat(page.locator("[data-trouble]")).containsText("10.000");
    assertThat(page.locator("#message-text")).hasValue(log);
  }

  /**
   * Over what a field may have a browser would cut it off, and who pasted a log would not see it.
   */
  @Test
  void whatIsTooLongIsCountedAndComesBackWhole() {
    chromium.expect("422");
    var page = chromium.phone(world.sanne()).newPage();
    page.navigate("/");
    var text = "Foutmelding F4-117 bij het afsluiten. ".repeat(120).strip();
    page.locator("#ask-text").focus();
    page.keyboard().insertText(text.substring(0, 3700));
    assertThat(page.locator(".field-count")).hasText("Tekens over: 300");
    page.keyboard().insertText(text.substring(3700));
    assertThat(page.locator(".field-count"))
        .hasText("Te lang: 4.559 tekens. Hier passen er 4.000.");
    Chromium.look(page, "too-long-phone");
    button(page, "Vraag het").click();
    assertThat(page.locator("main")).containsText("Je tekst staat er nog");
    assertThat(page.locator("#ask-text")).hasValue(text);
    assertThat(page.locator(".field-count"))
        .hasText("Te lang: 4.559 tekens. Hier passen er 4.000.");
  }

  /** Beside a button there is no room to count: the browser says it when it is sent. */
  @Test
  void aLineThatIsTooLongIsSaidAndStaysUntilItFits() {
    var page = chromium.phone(world.joost()).newPage();
    page.navigate("/hours");
    var sent = sendings(page, "/hours/pieces");
    page.locator("#entry-minutes").fill("20");
    var note = page.locator("#entry-note");
    note.focus();
    page.keyboard().insertText("n".repeat(201));
    button(page, "Toevoegen").click();
    assertThat(note).isFocused();
    assertThat(note.evaluate("field => field.validationMessage"))
        .isEqualTo("Te lang: 201 tekens. Hier passen er 200.");
    assertThat(note).hasValue("n".repeat(201));
    assertThat(note).hasAttribute("aria-invalid", "true");
    assertThat(sent).hasValue(0);

    page.keyboard().press("Backspace");
    button(page, "Toevoegen").click();
    assertThat(page.locator("main")).containsText("n".repeat(200));
    assertThat(sent).hasValue(1);
  }

  /** Cut off unseen it would be another number. */
  @Test
  void aNumberWithTooManyDigitsKeepsThem() {
    var page = chromium.desk(world.joost()).newPage();
    page.navigate("/hours");
    page.locator("#entry-minutes").focus();
    page.keyboard().insertText("12345");
    button(page, "Toevoegen").click();
    assertThat(page.locator("#entry-minutes")).hasValue("12345");
    assertThat(page.locator("#entry-minutes")).isFocused();
  }

  /** The server answers before it has read so much, and the browser shows that answer. */
  @Test
  void withoutScriptsThePageSaysSoAndGoingBackFindsTheText() {
    chromium.expect("413");
    var page = chromium.withoutScripts(world.emma()).newPage();
    page.navigate("/");
    paste(page.locator("#ask-text"));
    send(page, "form.ask");
    assertThat(page.locator("main")).containsText("more text than fits");
    page.goBack();
    assertThat(letters(page.locator("#ask-text"))).isEqualTo(LETTERS);
  }
}
