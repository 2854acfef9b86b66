package nl.steunpunt.support.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.Topics;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From asking to closing, as asker and power user see it. */
@SteunpuntTest
class AskingTest {
  private static final String TEXT = "Ik kan de maand niet afsluiten";

  @Autowired World world;
  @Autowired Systems systems;
  @Autowired Topics topics;

  private String ask(Colleague asker, String text, String... more) {
    var fields = new ArrayList<>(List.of("system", world.nova().toString(), "text", text));
    fields.addAll(List.of(more));
    var reply = world.as(asker).post("/questions", fields.toArray(String[]::new));
    assertThat(reply).hasStatus(303);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  @Test
  void theOwnPowerUserGetsItAndTheAskerSeesWhoAndWhatComesNext() {
    var question = ask(world.sanne(), TEXT);

    var page = world.as(world.sanne()).page(question);
    assertThat(page.select(".question-text").text()).isEqualTo(TEXT);
    assertThat(page.select("#situation .badge").text()).isEqualTo("Bij power user");
    assertThat(page.select("#situation").text()).contains("Fatima El Idrissi", "Joost");
    assertThat(page.select(".stop").text()).contains("je eigen power user");
    assertThat(world.as(world.fatima()).page("/inbox").select(".inbox-row").text()).contains(TEXT);
  }

  /** A new system that nobody helps with yet does not come before the one that I am helped with. */
  @Test
  void theSystemWithAPowerUserOfMineIsChosenFirst() {
    systems.create("test-aaa", "Aanvragen", null);
    assertThat(world.as(world.sanne()).page("/").select("#ask-system option").eachText())
        .startsWith("Nova ERP")
        .contains("Aanvragen");
  }

  /** "Your own" is said to the asker alone. */
  @Test
  void whyItWentThereIsSaidToOthersWithTheAskersName() {
    var question = ask(world.sanne(), TEXT);
    for (var other : List.of(world.fatima(), world.pieter())) {
      if (other.equals(world.pieter())) {
        world.as(world.fatima()).post(question + "/handover", "tried", "Alles");
      }
      assertThat(world.as(other).page(question).select(".stop").text())
          .contains("power user van Sanne", "zelfde afdeling als Sanne")
          .doesNotContainPattern("\\b(je|jouw)\\b");
    }
  }

  /** All topics stand in one list, so that one can be chosen beside another system. */
  @Test
  void aTopicBringsItsSystem() {
    var other = systems.create("test-crm", "Klantenboek", null);
    var topic = topics.create(other, "contacten", "Contacten", "Contacts");
    var page = world.as(world.sanne()).page(ask(world.sanne(), TEXT, "topic", topic.toString()));
    assertThat(page.select(".question-asked").text()).contains("Klantenboek · Contacten");

    topics.setActive(topic, false);
    page = world.as(world.sanne()).page(ask(world.sanne(), TEXT, "topic", topic.toString()));
    assertThat(page.select(".question-asked").text())
        .contains("Nova")
        .doesNotContain("Contacten", "Klantenboek");

    assertThat(
            world
                .as(world.sanne())
                .page("/")
                .select("#ask-topic optgroup[data-system=" + world.nova() + "] option"))
        .isNotEmpty();
  }

  @Test
  void theSameFormSentTwiceAsksOnce() {
    var form = world.as(world.sanne()).page("/").expectFirst("form.ask");
    var sending = form.expectFirst("[name=sending]").val();

    var first = ask(world.sanne(), TEXT, "sending", sending);
    assertThat(ask(world.sanne(), TEXT, "sending", sending)).isEqualTo(first);
    assertThat(ask(world.sanne(), "Iets anders", "sending", sending))
        .as("another text in a page that the browser kept")
        .isNotEqualTo(first);
    assertThat(ask(world.emma(), TEXT, "sending", sending)).isNotEqualTo(first);
    assertThat(ask(world.sanne(), TEXT)).isNotEqualTo(first);
    assertThat(world.as(world.sanne()).page("/").expectFirst("[name=sending]").val())
        .isNotEqualTo(sending);
  }

  /** What else was chosen is kept as well. */
  @Test
  void aRefusedQuestionKeepsEverythingThatWasChosen() {
    var reply =
        world
            .as(world.sanne())
            .post(
                "/questions",
                "system",
                world.nova().toString(),
                "text",
                TEXT,
                "stuck",
                "true",
                "stuckUntil",
                "2001-01-01T09:00");
    assertThat(reply).hasStatus(422);
    var form = Browser.html(reply).expectFirst("form.ask");
    assertThat(form.expectFirst("#ask-text").wholeText()).isEqualTo(TEXT);
    assertThat(form.select("[name=stuck]").hasAttr("checked")).isTrue();
    assertThat(form.select("#ask-until").val()).isEqualTo("2001-01-01T09:00");
    assertThat(form.select("[role=alert]").text()).isNotEmpty();
  }

  @Test
  void aQuestionAboutNoSystemIsRefusedInWords() {
    var reply = world.as(world.sanne()).post("/questions", "system", "", "text", TEXT);
    assertThat(reply).hasStatus(422);
    assertThat(Browser.html(reply).select("form.ask [role=alert]").text())
        .isEqualTo("Kies hier iets of vul in wat er mist.");
  }

  @Test
  void aLongTextBeginsFoldedAndAShortOneDoesNot() {
    var words = "Ik heb alles al geprobeerd. ".repeat(40);
    var question = ask(world.sanne(), words);
    world.as(world.sanne()).post(question + "/messages", "text", "Kort");
    world.as(world.sanne()).post(question + "/messages", "text", words);
    var page = world.as(world.fatima()).page(question);
    assertThat(page.select(".question-text + .fold input[type=checkbox]")).hasSize(1);
    assertThat(page.select(".message-text + .fold")).hasSize(1);
    assertThat(page.select(".question-text").text()).isEqualTo(words.strip());
  }

  /** As a browser sends the form: with every choice that was left open. */
  @Test
  void withoutATopicOrDeadline() {
    assertThat(ask(world.sanne(), TEXT, "topic", "", "stuckUntil", "")).startsWith("/questions/");
  }

  /** Anyone may type any year: counting working time up to it must not keep the server busy. */
  @Test
  void aFarDeadlineCostsNothingAndAnImpossibleOneIsRefused() {
    org.junit.jupiter.api.Assertions.assertTimeout(
        java.time.Duration.ofSeconds(5),
        () -> ask(world.sanne(), TEXT, "stuckUntil", "2099-01-01T09:00"));
    for (var until : List.of("9999-01-01T09:00", "+99999-01-01T09:00", "+999999999-01-01T09:00")) {
      var reply =
          world
              .as(world.sanne())
              .post(
                  "/questions",
                  "system",
                  world.nova().toString(),
                  "text",
                  TEXT,
                  "stuckUntil",
                  until);
      assertThat(reply).hasStatus(422);
    }
  }

  @Test
  void controlCharactersAreLeftOutAndInvisibleTextIsEmpty() {
    var question = ask(world.sanne(), "Bel\u0007 en NUL\u0000 en \u202Eom");
    assertThat(world.as(world.sanne()).page(question).select(".question-text").text())
        .isEqualTo("Bel en NUL en om");
    assertThat(
            world
                .as(world.sanne())
                .post("/questions", "system", world.nova().toString(), "text", "\u200B\u200B"))
        .hasStatus(422);
  }

  @Test
  void readUpToIsNeverAheadOfWhatWasSaid() {
    var question = ask(world.sanne(), TEXT);
    world.as(world.sanne()).post(question + "/reading", "upTo", "99999999999");
    world.as(world.fatima()).post(question + "/messages", "text", "Nieuw");
    assertThat(world.as(world.sanne()).page("/").select("#mine").text()).contains("1 nieuw");
    assertThat(world.as(world.emma()).post(question + "/reading", "upTo", "1")).hasStatus(404);
  }

  @Test
  void theStartPageSaysHowMyQuestionsStand() {
    ask(world.sanne(), TEXT);
    var mine = world.as(world.sanne()).page("/").select("#mine .question-row");
    assertThat(mine.text()).contains(TEXT, "Bij power user", "Fatima El Idrissi");
  }

  @Test
  void inEnglishForWhoSpeaksEnglish() {
    var question = ask(world.emma(), "The purchase order is stuck");
    var page = world.as(world.emma()).page(question);
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("#situation .badge").text()).isEqualTo("With power user");
    assertThat(page.select("#situation").text()).contains("Liam");
  }

  @Test
  void anEmptyQuestionIsRefusedInWordsAndALongOneKeepsItsText() {
    var empty =
        world.as(world.sanne()).post("/questions", "system", world.nova().toString(), "text", "  ");
    assertThat(empty).hasStatus(422);
    assertThat(Browser.html(empty).select("[role=alert]").text()).isEqualTo("Typ eerst je vraag.");
    var text = "a".repeat(4001);
    var tooLong =
        world.as(world.sanne()).post("/questions", "system", world.nova().toString(), "text", text);
    assertThat(tooLong).hasStatus(422);
    assertThat(Browser.html(tooLong).select("#ask-text").text()).isEqualTo(text);
  }

  @Test
  void whoTakesNoPartDoesNotFindIt() {
    var question = ask(world.sanne(), TEXT);
    for (var other :
        List.of(world.joost(), world.emma(), world.pieter(), world.noor(), world.marieke())) {
      assertThat(world.as(other).get(question)).hasStatus(404);
      assertThat(world.as(other).get(question + "/conversation")).hasStatus(404);
      assertThat(world.as(other).post(question + "/messages", "text", "hoi")).hasStatus(404);
    }
    assertThat(world.as(world.joost()).post(question + "/taking")).hasStatus(404);
  }

  @Test
  void firstWordTakesIt() {
    var question = ask(world.sanne(), TEXT);
    world.as(world.fatima()).post(question + "/messages", "text", "Welk scherm heb je open?");
    var page = world.as(world.sanne()).page(question);
    assertThat(page.select(".message").text()).contains("Welk scherm heb je open?");
    assertThat(page.select("#situation").text()).contains("Fatima is ermee bezig");
  }

  @Test
  void aMessageSentTwiceShowsOnce() {
    var question = ask(world.sanne(), TEXT);
    var number = "7e6a3f0e-52c8-4c6d-9a51-0d7f5c1f0a11";
    for (var i = 0; i < 2; i++) {
      assertThat(
              world
                  .as(world.sanne())
                  .postForPart(question + "/messages", "clientId", number, "text", "Nog iets"))
          .hasStatusOk();
    }
    assertThat(world.as(world.sanne()).page(question).select(".message-text").eachText())
        .containsExactly("Nog iets");
  }

  @Test
  void answeredConfirmedClosed() {
    var question = ask(world.sanne(), TEXT);
    assertThat(
            world
                .as(world.fatima())
                .post(
                    question + "/answer", "text", "Zet het filter uit", "why", "Het onthoudt het"))
        .hasStatus(303);
    var asked = world.as(world.sanne()).page(question);
    assertThat(asked.select("#situation .badge").text()).isEqualTo("Opgelost");
    assertThat(asked.select(".message-answer .message-text").text())
        .isEqualTo("Zet het filter uit");
    assertThat(asked.select(".message-why .message-text").text()).isEqualTo("Het onthoudt het");

    world.as(world.sanne()).post(question + "/confirmation");
    var closed = world.as(world.sanne()).page(question);
    assertThat(closed.select("#situation .badge").text()).isEqualTo("Gesloten");
    assertThat(closed.select("#situation").text()).contains("het werkt");
  }

  @Test
  void notSolvedGoesBackToWhoAnswered() {
    var question = ask(world.sanne(), TEXT);
    world.as(world.fatima()).post(question + "/answer", "text", "Zet het filter uit");
    world.as(world.sanne()).post(question + "/reopening");
    var page = world.as(world.sanne()).page(question);
    assertThat(page.select("#situation").text()).contains("Bij power user", "Fatima El Idrissi");
    assertThat(page.select(".stop").text()).contains("niet opgelost");
  }

  @Test
  void onlyTheAskerConfirmsAndOnlyTheHolderAnswers() {
    var question = ask(world.sanne(), TEXT);
    assertThat(world.as(world.fatima()).post(question + "/confirmation")).hasStatus(422);
    world.as(world.fatima()).post(question + "/passing", "to", world.joost().id().toString());
    assertThat(world.as(world.fatima()).post(question + "/answer", "text", "Toch nog"))
        .hasStatus(409);
    assertThat(world.as(world.joost()).post(question + "/answer", "text", "Zo doe je het"))
        .hasStatus(303);
  }

  @Test
  void handedOverWithWhatWasTried() {
    var question = ask(world.sanne(), TEXT);
    assertThat(world.as(world.pieter()).get(question)).hasStatus(404);
    world.as(world.fatima()).post(question + "/handover", "tried", "Filter uit, opnieuw ingelogd");
    var page = world.as(world.sanne()).page(question);
    assertThat(page.select("#situation .badge").text()).isEqualTo("Bij helpdesk");
    assertThat(world.as(world.pieter()).page(question).select(".message-tried").text())
        .contains("Filter uit, opnieuw ingelogd");
    assertThat(world.as(world.fatima()).post(question + "/handover", "tried", "nog eens"))
        .hasStatus(409);
  }

  @Test
  void theAskerNeedNotWaitForTheClock() {
    var question = ask(world.sanne(), TEXT);
    world.as(world.sanne()).post(question + "/another");
    assertThat(world.as(world.sanne()).page(question).select("#situation").text())
        .contains("Joost Bakker");
  }

  @Test
  void withdrawnAndEditedByTheAskerAlone() {
    var question = ask(world.sanne(), TEXT);
    world.as(world.sanne()).post(question + "/text", "text", "Ik kan oktober niet afsluiten");
    assertThat(world.as(world.fatima()).page(question).select(".question-text").text())
        .isEqualTo("Ik kan oktober niet afsluiten");
    assertThat(world.as(world.fatima()).post(question + "/withdrawal")).hasStatus(422);
    world.as(world.sanne()).post(question + "/withdrawal");
    assertThat(world.as(world.sanne()).page(question).select("#situation").text())
        .contains("Ingetrokken");
  }

  @Test
  void whoHasNoPowerUserStillGetsHelp() {
    var question = ask(world.lotte(), "De rit staat dubbel");
    assertThat(world.as(world.lotte()).page(question).select("#situation .badge").text())
        .isIn("Bij power user", "Bij helpdesk");
  }

  @Test
  void whatIsTypedIsShownAndNotRun() {
    var question = ask(world.sanne(), "<script>alert(1)</script> & <b>vet</b>");
    var page = world.as(world.fatima()).page(question);
    assertThat(page.select(".question-text").text())
        .isEqualTo("<script>alert(1)</script> & <b>vet</b>");
    assertThat(page.select("main script, main b")).isEmpty();
  }
}
