package nl.steunpunt.support.onbehalf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Objects;
import nl.steunpunt.notify.ConversationLetter;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Asking for who asked aloud: the question is theirs, they are told, and may change it. */
@SteunpuntTest
class OnBehalfTest {
  @Autowired World world;

  @Autowired
  @Qualifier("questionLetter")
  ConversationLetter letters;

  @Autowired Clock clock;

  private String askFor(Colleague filer, Colleague asker) {
    var reply =
        world
            .as(filer)
            .post(
                "/questions/new-for",
                "person",
                asker.id().toString(),
                "system",
                world.nova().toString(),
                "text",
                "De printer doet het niet vanuit Nova");
    assertThat(reply).hasStatus(303);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  @Test
  void aColleagueIsFoundByAPartOfTheName() {
    var page = world.as(world.fatima()).page("/questions/new-for?q=sann");
    assertThat(page.select("#found strong").eachText()).contains(world.sanne().name());
    var next = page.select("#found a").eachAttr("href");
    assertThat(next).contains("/questions/new-for?person=" + world.sanne().id());
    assertThat(world.as(world.fatima()).page("/questions/new-for?q=zzzz").text())
        .contains("Niemand gevonden");
    assertThat(world.as(world.fatima()).page("/questions/new-for?q=fatima").select("#found a"))
        .as("myself")
        .isEmpty();
  }

  @Test
  void theAskerIsToldSeesWhoFiledItAndMayEditAndWithdraw() {
    var before = clock.instant();
    var question = askFor(world.fatima(), world.sanne());
    var sanne = world.as(world.sanne());
    var page = sanne.page(question);
    assertThat(page.select(".question-asked").text())
        .contains("gesteld door " + world.fatima().name());
    assertThat(sanne.page("/").text()).contains("De printer doet het niet vanuit Nova");
    var conversation = "question-" + question.substring("/questions/".length());
    assertThat(letters.write(world.sanne().id(), conversation, before).orElseThrow().toString())
        .contains("Een collega stelde deze vraag voor jou");
    assertThat(sanne.post(question + "/text", "text", "De scanner, bedoel ik")).hasStatus(303);
    assertThat(sanne.page(question).select(".question-text").text())
        .isEqualTo("De scanner, bedoel ik");
    assertThat(sanne.post(question + "/withdrawal")).hasStatus(303);
  }

  @Test
  void aPowerUserWhoWasAskedAloudHasItAndFindsItBack() {
    var question = askFor(world.fatima(), world.sanne());
    assertThat(world.as(world.fatima()).page("/inbox").select("a[href=" + question + "]"))
        .isNotEmpty();
    assertThat(world.as(world.fatima()).page("/questions/new-for").text())
        .contains("Wat je voor anderen vroeg", world.sanne().name());
  }

  @Test
  void theDeskAndTheLeadFileAndItGoesToTheAskersPowerUser() {
    for (var filer : new Colleague[] {world.pieter(), world.marieke()}) {
      var question = askFor(filer, world.sanne());
      assertThat(world.as(filer).page(question).select("#situation .helper-who strong").text())
          .isEqualTo(world.fatima().name());
      assertThat(world.as(world.fatima()).get(question)).hasStatusOk();
    }
  }

  @Test
  void nobodyElseMayAndThereIsNoAskingForNobodyOrOneself() {
    assertThat(world.as(world.sanne()).get("/questions/new-for")).hasStatus(404);
    assertThat(world.as(world.sanne()).page("/").select("a[href=/questions/new-for]")).isEmpty();
    assertThat(world.as(world.fatima()).page("/").select("a[href=/questions/new-for]")).hasSize(1);
    var fatima = world.as(world.fatima());
    assertThat(fatima.get("/questions/new-for?person=987654321")).hasStatus(404);
    assertThat(fatima.get("/questions/new-for?person=" + world.fatima().id())).hasStatus(404);
  }

  @Test
  void anEmptyQuestionIsRefusedWhereItWasTyped() {
    var reply =
        world
            .as(world.liam())
            .postFrom(
                "/questions/new-for?person=" + world.emma().id(),
                "/questions/new-for",
                "person",
                world.emma().id().toString(),
                "system",
                world.nova().toString(),
                "text",
                " ");
    assertThat(reply).hasStatus(422);
    assertThat(reply).bodyText().contains("For " + world.emma().name());
  }
}
