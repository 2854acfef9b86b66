package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.arriveAtQuestion;
import static nl.steunpunt.browser.Screen.ask;
import static nl.steunpunt.browser.Screen.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forms in which somebody types: news does not take them away, nor does a refusal. */
@BrowserTest
class FormsTest {
  private static final String TYPED = "Opnieuw aangemeld, en de rol nagekeken";

  @Autowired World world;
  @Autowired Chromium chromium;
  @Autowired JdbcClient sql;

  private static void selectTheLastWord(Page page, String field) {
    page.locator(field)
        .evaluate("field => field.setSelectionRange(field.value.length - 9, field.value.length)");
  }

  private static Object selected(Page page) {
    return page.evaluate(
        "() => { const f = document.activeElement; return f.id + ' ' + f.value.slice(f.selectionStart, f.selectionEnd); }");
  }

  @Test
  void aMessageThatComesInLeavesTheHandoverAsItIs() {
    var question = ask(chromium.desk(world.sanne()).newPage(), "De rol ontbreekt");
    var page = chromium.desk(world.fatima()).newPage();
    page.navigate(question);
    page.locator("summary").getByText("Geef door aan de helpdesk").click();
    page.locator("#tried-text").fill(TYPED);
    selectTheLastWord(page, "#tried-text");

    // The first taking changes the situation, the message the conversation.
    world.as(world.fatima()).post(question + "/taking");
    assertThat(page.locator("form[action$='/taking']")).hasCount(0);
    world.as(world.sanne()).post(question + "/messages", "text", "Lukt het al?");
    assertThat(Screen.said(page)).hasText("Lukt het al?");

    assertThat(page.locator("#tried-text")).isVisible();
    assertThat(page.locator("#tried-text")).hasValue(TYPED);
    assertThat(selected(page)).isEqualTo("tried-text nagekeken");
  }

  @Test
  void theDesksClosingIsLeftAsItIsWhenAColleagueTakesTheTicket() {
    var question = ask(chromium.desk(world.sanne()).newPage(), "De rol ontbreekt nog");
    world.as(world.fatima()).post(question + "/handover", "tried", "Alles");
    var page = chromium.desk(world.pieter()).newPage();
    page.navigate(question);
    page.locator("summary").getByText("Sluit hem af").click();
    page.locator("#close-text").fill(TYPED);
    selectTheLastWord(page, "#close-text");

    world.as(world.chantal()).post("/desk" + question + "/taking");
    assertThat(page.locator(".question-panels")).containsText("Chantal");

    assertThat(page.locator("#close-text")).isVisible();
    assertThat(page.locator("#close-text")).hasValue(TYPED);
    assertThat(selected(page)).isEqualTo("close-text nagekeken");
  }

  @Test
  void aRefusedClosingComesBackWhereItStoodWithItsTextAndStaysThroughNews() {
    chromium.expect("422");
    var question = ask(chromium.desk(world.sanne()).newPage(), "Het rapport is leeg");
    world.as(world.fatima()).post(question + "/handover", "tried", "Alles");
    var page = chromium.desk(world.pieter()).newPage();
    page.navigate(question);
    page.locator("summary").getByText("Sluit hem af").click();
    page.locator("#close-text").evaluate("field => field.removeAttribute('maxlength')");
    page.locator("#close-text").fill(TYPED.repeat(300));
    page.locator("form[action$='/closure'] button").click();

    assertThat(page.locator("#close-text-error")).containsText("10.000");
    assertThat(page.locator("#close-text")).isFocused();
    assertThat(page.locator("#close-text")).hasValue(TYPED.repeat(300));
    assertThat(page.url()).endsWith(question);
    Chromium.look(page, "refused-closing-desk");
    world.as(world.chantal()).post("/desk" + question + "/taking");
    assertThat(page.locator(".question-panels")).containsText("Chantal");
    assertThat(page.locator("#close-text")).hasValue(TYPED.repeat(300));

    page.locator("#close-text").fill(TYPED);
    page.locator("form[action$='/closure'] button").click();
    page.waitForURL("**/desk");
    assertThat(page.locator("#notices")).isVisible();
  }

  @Test
  void withoutScriptsARefusalKeepsTheTextToo() {
    chromium.expect("422");
    var question = ask(chromium.desk(world.sanne()).newPage(), "De lijst is te lang");
    var page = chromium.withoutScripts(world.fatima()).newPage();
    page.navigate(question);
    page.locator("summary").getByText("Geef het antwoord").click();
    page.locator("#answer-why").fill(TYPED);
    page.locator("#answer-text").fill("   ");
    page.locator("form[action$='/answer'] button").click();
    assertThat(page.locator("#answer-text-error")).isVisible();
    assertThat(page.locator("#answer-why")).hasValue(TYPED);
    page.locator("#answer-text").fill("Zo gaat het");
    page.locator("form[action$='/answer'] button").click();
    page.waitForURL("**" + question);
    assertThat(Screen.said(page)).hasText(new String[] {"Zo gaat het", TYPED});
  }

  @Test
  void aDoubleClickWithoutScriptsAsksOnce() {
    var page = chromium.withoutScripts(world.emma()).newPage();
    page.navigate("/");
    var text = "Two clicks, one question: " + UUID.randomUUID();
    page.locator("#ask-text").fill(text);
    button(page, "Ask").dblclick();
    arriveAtQuestion(page);
    assertThat(
            sql.sql("select count(*) from support.question where text = :text")
                .param("text", text)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }
}
