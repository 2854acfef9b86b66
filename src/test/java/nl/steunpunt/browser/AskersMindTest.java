package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.arriveAtQuestion;
import static nl.steunpunt.browser.Screen.ask;
import static nl.steunpunt.browser.Screen.button;
import static nl.steunpunt.browser.Screen.open;
import static nl.steunpunt.browser.Screen.said;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an asker can do with a question of their own, seen on the power user's phone. */
@BrowserTest
class AskersMindTest {
  @Autowired World world;
  @Autowired Chromium chromium;

  @Test
  void notSolvedGoesBackToWhoAnsweredAndIsBackCanBeAskedAgain() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Het totaal klopt niet " + System.nanoTime());
    var fatima = chromium.phone(world.fatima()).newPage();
    answers(fatima, question, "Ververs het scherm");
    button(asker, "Nee, niet opgelost").click();
    assertThat(fatima.locator("#situation .badge").first()).hasText("Bij power user");
    assertThat(fatima.locator("#conversation")).containsText("Sanne de Vries: niet opgelost");
    answers(fatima, question, "Zet de periode op oktober");
    button(asker, "Ja, opgelost").click();
    assertThat(asker.locator("#situation .badge").first()).hasText("Gesloten");
    button(asker, "Het is terug: vraag het opnieuw").click();
    assertThat(asker.locator("#situation .badge").first()).hasText("Bij power user");
    assertThat(fatima.locator("#situation .badge").first()).hasText("Bij power user");
  }

  @Test
  void aQuestionIsChangedAndWithdrawn() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Hoe boek ik dit");
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate(question);
    open(asker, "Verander mijn vraag");
    asker.locator("#edit-text").fill("Hoe boek ik een creditnota");
    button(asker, "Bewaar").click();
    assertThat(asker.locator("main")).containsText("Hoe boek ik een creditnota");
    button(asker, "Niet meer nodig").click();
    assertThat(asker.locator("#situation")).containsText("Ingetrokken.");
    assertThat(fatima.locator("#situation")).containsText("Ingetrokken.");
    fatima.reload();
    assertThat(fatima.locator("main")).containsText("Hoe boek ik een creditnota");
    assertThat(button(fatima, "Ik pak hem op")).hasCount(0);
  }

  @Test
  void whoCannotGoOnSaysUntilWhen() {
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate("/inbox");
    var text = "De betaalrun moet eruit " + System.nanoTime();
    var asker = chromium.desk(world.sanne()).newPage();
    asker.navigate("/");
    asker.locator("#ask-text").fill(text);
    asker.locator("[name=stuck]").check();
    asker.locator("summary", has("Onderwerp, deadline of meelezen")).click();
    asker
        .locator("#ask-until")
        .fill(LocalDateTime.now().plusDays(2).truncatedTo(ChronoUnit.MINUTES).toString());
    button(asker, "Vraag het").click();
    arriveAtQuestion(asker);
    assertThat(asker.locator("#situation")).containsText("Moet werken vóór");
    assertThat(fatima.locator(".inbox-row", has(text))).containsText("Moet werken vóór");
  }

  @Test
  void whoHasTheQuestionInFrontSeesItsChangeAtOnce() {
    var question = ask(chromium.desk(world.sanne()).newPage(), "De lijst is leeg");
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate(question);
    world.as(world.sanne()).post(question + "/text", "text", "De lijst is leeg na het filteren");
    assertThat(fatima.locator(".question-text")).hasText("De lijst is leeg na het filteren");
  }

  @Test
  void whatIsKnownIsOfferedWhileTypingAndMeTooIsHeard() {
    var title = "De urenstaat blijft grijs " + System.nanoTime();
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate("/issues/new");
    fatima.locator("#issue-title").fill(title);
    button(fatima, "Bewaar").click();
    var asker = chromium.desk(world.sanne()).newPage();
    asker.navigate("/");
    asker.locator("#ask-text").pressSequentially("mijn urenstaat is grijs");
    asker.locator("#suggestions summary", has(title)).click();
    Chromium.look(asker, "suggestions-desk");
    asker.locator("details[open]").getByText("Ik ook").click();
    assertThat(asker.locator("#notices")).containsText("Je staat op de lijst");
    assertThat(asker.locator("main")).containsText("Ook van jou");
    var desk = chromium.desk(world.pieter()).newPage();
    desk.navigate(asker.url());
    open(desk, "Verander dit issue");
    desk.locator("#issue-status").selectOption("in_progress");
    desk.locator("#issue-workaround").fill("Open hem via het weekoverzicht");
    button(desk, "Bewaar").click();
    assertThat(asker.locator("#issue")).containsText("Open hem via het weekoverzicht");
  }

  @Test
  void anAnswerThatWasKeptHelpsTheNextBeforeAsking() {
    var asker = chromium.desk(world.sanne()).newPage();
    var text = "Waar vind ik de kolommenbalans " + System.nanoTime();
    var question = ask(asker, text);
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate(question);
    open(fatima, "Geef het antwoord");
    fatima.locator("#answer-text").fill("Onder Rapporten, derde rij");
    fatima.locator("[name=keep]").check();
    button(fatima, "Stuur het antwoord").click();
    assertThat(said(asker).last()).hasText("Onder Rapporten, derde rij");

    var next = chromium.desk(world.ahmet()).newPage();
    next.navigate("/");
    next.locator("#ask-text").pressSequentially("kolommenbalans vinden");
    next.locator("#suggestions summary", has(text)).click();
    next.locator("details[open]").getByText("Dit helpt me").click();
    assertThat(next.locator("#notices")).containsText("Fijn");
    fatima.navigate("/search?q=kolommenbalans");
    assertThat(fatima.locator(".question-row").first()).containsText("kolommenbalans");
  }

  @Test
  void whatOnlyDisturbsIsSaidHeardAndAnswered() {
    var text = "Veel te veel klikken " + System.nanoTime();
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate("/signals");
    var asker = chromium.desk(world.sanne()).newPage();
    asker.navigate("/");
    asker.locator("#ask-text").fill(text);
    button(asker, "Alleen laten weten").click();
    assertThat(asker.locator("#notices")).containsText("Je power user leest het");
    var card = fatima.locator("article", has(text));
    assertThat(card).containsText("Iemand");
    card.getByText("Ik hoor je").click();
    assertThat(asker.locator("main")).containsText("Gehoord");
    card.locator("summary", new Locator.LocatorOptions().setHasText("Reageer")).click();
    card.locator("form[action$='/reply'] textarea").fill("De sneltoets F4 scheelt er vier");
    card.locator("form[action$='/reply'] button").click();
    assertThat(asker.locator("main")).containsText("De sneltoets F4 scheelt er vier");
    asker.locator("li.question-row", has(text)).getByText("Ik wil toch hulp").click();
    arriveAtQuestion(asker);
    assertThat(asker.locator("#situation")).containsText("Fatima");
  }

  private static void answers(Page powerUser, String question, String text) {
    powerUser.navigate(question);
    open(powerUser, "Geef het antwoord");
    powerUser.locator("#answer-text").fill(text);
    button(powerUser, "Stuur het antwoord").click();
    assertThat(said(powerUser).last()).hasText(text);
  }

  private static Page.LocatorOptions has(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
