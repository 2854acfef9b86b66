package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.ask;
import static nl.steunpunt.browser.Screen.button;
import static nl.steunpunt.browser.Screen.more;
import static nl.steunpunt.browser.Screen.open;
import static nl.steunpunt.browser.Screen.said;
import static nl.steunpunt.browser.Screen.say;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a power user does with a question that is not theirs to answer, and the helpdesk with it.
 */
@BrowserTest
class HandedOnTest {
  @Autowired World world;
  @Autowired Chromium chromium;

  @Test
  void aColleagueReadsAlongAndThenHasIt() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Wie weet dit ook " + System.nanoTime());
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate(question);
    button(fatima, "Ik pak hem op").click();
    more(fatima);
    fatima.getByText("Vraag een collega mee, of geef door").click();
    button(fatima, "Vraag Joost Bakker mee").click();
    fatima.waitForURL("**" + question);
    assertThat(asker.locator("#conversation")).containsText("Joost Bakker leest mee");

    var joost = chromium.desk(world.joost()).newPage();
    joost.navigate("/inbox");
    joost.locator(".inbox-row[href='" + question + "']").click();
    say(joost, "Kijk eens naar het filter");
    assertThat(said(asker).last()).hasText("Kijk eens naar het filter");
    assertThat(said(fatima).last()).hasText("Kijk eens naar het filter");

    more(fatima);
    fatima.getByText("Vraag een collega mee, of geef door").click();
    button(fatima, "Geef door aan Joost Bakker").click();
    assertThat(asker.locator("#situation")).containsText("Joost Bakker");
    assertThat(button(joost, "Ik pak hem op")).isVisible();
  }

  @Test
  void overTheDeskBackWithAdviceAndSolved() {
    var text = "Mijn rol klopt niet " + System.nanoTime();
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, text);
    var desk = chromium.desk(world.pieter()).newPage();
    desk.navigate("/desk");
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate(question);
    open(fatima, "Geef door aan de helpdesk");
    fatima.locator("#tried-text").fill("Opnieuw ingelogd, andere browser");
    button(fatima, "Geef door").click();
    assertThat(asker.locator("#situation .badge").first()).hasText("Bij helpdesk");
    assertThat(asker.locator("#situation")).containsText("Wat al is geprobeerd, is meegestuurd");

    var row = desk.locator("#queue .inbox-row", new Page.LocatorOptions().setHasText(text));
    assertThat(row).containsText("Opnieuw ingelogd, andere browser");
    row.click();
    button(desk, "Ik pak hem op").click();
    assertThat(asker.locator("#situation")).containsText("Pieter");
    say(desk, "Welke rol heeft je collega?");
    assertThat(said(asker).last()).hasText("Welke rol heeft je collega?");
    say(asker, "Inkoper plus");
    Chromium.look(desk, "desk-question");
    open(desk, "Terug naar een power user, met advies");
    desk.locator("#advice-text").fill("Laat de leidinggevende de rol aanvragen");
    button(desk, "Terug naar Fatima El Idrissi").click();

    assertThat(fatima.locator("#situation .badge").first()).hasText("Bij power user");
    assertThat(said(fatima).last()).hasText("Laat de leidinggevende de rol aanvragen");
    open(fatima, "Geef het antwoord");
    fatima.locator("#answer-text").fill("Noor vraagt de rol voor je aan");
    fatima.locator("#answer-why").fill("Rollen gaan langs je leidinggevende");
    button(fatima, "Stuur het antwoord").click();
    assertThat(said(asker))
        .hasText(
            new Pattern[] {
              Pattern.compile("Opnieuw ingelogd, andere browser"),
              Pattern.compile("Welke rol heeft je collega\\?"),
              Pattern.compile("Inkoper plus"),
              Pattern.compile("Laat de leidinggevende de rol aanvragen"),
              Pattern.compile("Noor vraagt de rol voor je aan"),
              Pattern.compile("Rollen gaan langs je leidinggevende"),
            });
    button(asker, "Ja, opgelost").click();
    assertThat(fatima.locator("#situation .badge").first()).hasText("Gesloten");
  }

  @Test
  void theDeskClosesWithAReasonAndSaysWhatAPowerUserCouldHaveDone() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "De printer drukt niets af " + System.nanoTime());
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate(question);
    open(fatima, "Geef door aan de helpdesk");
    fatima.locator("#tried-text").fill("Stekker erin en eruit");
    button(fatima, "Geef door").click();

    var desk = chromium.desk(world.pieter()).newPage();
    desk.navigate(question);
    button(desk, "Ik pak hem op").click();
    var close = desk.locator("form[action$='/closure']");
    assertThat(close).isVisible();
    close.locator("textarea").fill("De wachtrij stond vol; die is leeggemaakt");
    close.locator("#close-reason").selectOption("solved");
    close.locator("[name=couldPowerUser]").check();
    button(desk, "Sluit en laat het weten").click();
    assertThat(said(asker).last()).hasText("De wachtrij stond vol; die is leeggemaakt");
    assertThat(button(asker, "Nee, niet opgelost")).isVisible();
    desk.navigate(question);
    assertThat(desk.locator("main")).containsText("een power user had dit kunnen oplossen");
  }

  @Test
  void aCallerIsSentToTheirPowerUserInOneTap() {
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate("/inbox");
    var text = "Belt over de maandafsluiting " + System.nanoTime();
    var desk = chromium.desk(world.pieter()).newPage();
    desk.navigate("/desk/caller");
    desk.keyboard().type("sanne");
    desk.locator(".caller-choice", new Page.LocatorOptions().setHasText("Sanne de Vries")).click();
    desk.waitForURL(Pattern.compile(".*person=.*"));
    assertThat(desk.locator("textarea:focus")).isVisible();
    desk.keyboard().type(text);
    assertThat(desk.locator("textarea:focus")).hasValue(text);
    button(desk, "Naar Fatima El Idrissi").click();
    Chromium.look(desk, "caller-sent");
    assertThat(desk.locator("#notices")).containsText("Fatima El Idrissi helpt je, Sanne");
    assertThat(fatima.locator(".inbox-row", new Page.LocatorOptions().setHasText(text)))
        .isVisible();
    var asker = chromium.desk(world.sanne()).newPage();
    asker.navigate("/");
    asker.locator("#mine a", hasText(text)).click();
    assertThat(asker.locator("#situation")).containsText("Fatima El Idrissi");
  }

  @Test
  void anInboxGoesToTheDeputiesInOneTapAfterAPreview() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Nog niet gelezen " + System.nanoTime());
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate("/availability");
    fatima.getByText("Geef mijn inbox door").click();
    assertThat(fatima.locator(".destinations").first()).hasText("1 naar Joost Bakker");
    Chromium.look(fatima, "handing-phone");
    fatima.locator("button[name=which]").first().click();
    assertThat(fatima.locator("#notices")).containsText("Joost Bakker");
    assertThat(asker.locator("#situation")).containsText("Joost Bakker");
    var joost = chromium.desk(world.joost()).newPage();
    joost.navigate("/inbox");
    assertThat(joost.locator(".inbox-row[href='" + question + "']")).isVisible();
  }

  @Test
  void whoIsAwayIsNotAskedAndWhoIsBackIs() {
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate("/availability");
    button(fatima, "Rest van vandaag").click();
    var asker = chromium.desk(world.sanne()).newPage();
    ask(asker, "Is er iemand " + System.nanoTime());
    assertThat(asker.locator("#situation")).containsText("Joost Bakker");
    assertThat(asker.locator("#conversation")).containsText("je eigen power user is afwezig");

    fatima.navigate("/availability");
    for (var away : List.of("Ik ben er weer", "Haal weg")) {
      var back = button(fatima, away);
      if (back.count() > 0) {
        back.first().click();
        break;
      }
    }
    fatima.navigate("/availability");
    button(fatima, "Vol tot het einde van vandaag").click();
    ask(asker, "En nu " + System.nanoTime());
    assertThat(asker.locator("#conversation"))
        .containsText("je eigen power user heeft nu geen ruimte");
    button(fatima, "Ik heb weer ruimte").click();
    ask(asker, "Weer terug " + System.nanoTime());
    assertThat(asker.locator("#situation")).containsText("Fatima El Idrissi");
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
