package nl.steunpunt.support.colleague;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import nl.steunpunt.network.Absences;
import nl.steunpunt.network.Fullness;
import nl.steunpunt.notify.ConversationLetter;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Asking a colleague along, and passing on: among whom, in which order, and what all see of it. */
@SteunpuntTest
class ColleagueTest {
  @Autowired World world;
  @Autowired Absences absences;
  @Autowired Fullness fullness;

  @Autowired
  @Qualifier("questionLetter")
  ConversationLetter letters;

  @Autowired Clock clock;

  Browser fatima;
  String question;

  @BeforeEach
  void sanneAsks() {
    fatima = world.as(world.fatima());
    var reply =
        world
            .as(world.sanne())
            .post("/questions", "system", world.nova().toString(), "text", "Wie weet dit");
    question = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private Document choices(String q) {
    return fatima.page(question + "/colleagues?q=" + q);
  }

  private void absent(Colleague colleague) {
    var now = clock.instant();
    absences.plan(colleague.id(), now.minusSeconds(1), now.plus(Duration.ofHours(5)));
  }

  private String holder() {
    return world.as(world.sanne()).page(question).select("#situation .helper-who strong").text();
  }

  @Test
  void theDeputyComesFirstAndSaysWhyAndIAmNotAmongThem() {
    var page = choices("");
    assertThat(page.select(".colleague strong").eachText().getFirst()).isEqualTo("Joost Bakker");
    assertThat(page.select(".colleague strong").eachText())
        .doesNotContain(world.fatima().name(), world.sanne().name());
    assertThat(page.select(".colleague").eachText().getFirst())
        .contains("vervangt de power user van Sanne");
  }

  @Test
  void whoIsAbsentStandsLastSaysUntilWhenAndCannotBeChosen() {
    absent(world.joost());
    var joost = choices("joost").select(".colleague");
    assertThat(joost.text()).contains("Afwezig tot");
    assertThat(joost.select("form")).isEmpty();
    var names = choices("").select(".colleague strong").eachText();
    assertThat(names.getFirst()).isNotEqualTo("Joost Bakker");
    var id = world.joost().id().toString();
    assertThat(fatima.post(question + "/passing", "to", id)).hasStatus(422);
    assertThat(fatima.post(question + "/second-chair", "whom", id)).hasStatus(422);
    assertThat(holder()).isEqualTo(world.fatima().name());
  }

  @Test
  void whoIsFullComesAfterWhoIsNotAndSaysSo() {
    fullness.full(world.joost().id(), clock.instant().plus(Duration.ofHours(2)));
    assertThat(choices("").select(".colleague strong").eachText().getFirst())
        .isNotEqualTo("Joost Bakker");
    assertThat(choices("joost").select(".colleague").text()).contains("Zit vol");
  }

  @Test
  void findsByPartsOfNameAndDepartmentAndSaysWhenNobodyIsFound() {
    assertThat(choices("bakk joo").select(".colleague strong").eachText())
        .containsExactly("Joost Bakker");
    assertThat(choices("debiteur").select(".colleague strong").eachText()).contains("Joost Bakker");
    assertThat(choices("zzz").text()).contains("Niemand gevonden");
  }

  @Test
  void passedToACollegueItIsTheirs() {
    fatima.post(question + "/passing", "to", world.joost().id().toString());
    assertThat(holder()).isEqualTo("Joost Bakker");
    assertThat(world.as(world.joost()).page("/inbox").text()).contains("Wie weet dit");
  }

  @Test
  void passedToTheBestItDoesNotComeBackToWhoPassedIt() {
    fatima.post(question + "/passing", "to", "");
    assertThat(holder()).isEqualTo("Joost Bakker");
    world.as(world.joost()).post(question + "/passing", "to", "");
    assertThat(holder()).isNotIn("Joost Bakker", world.fatima().name());
  }

  @Test
  void nobodyPassesToThemselvesOrToTheAskerOrAsksThemAlong() {
    for (var whom : new Colleague[] {world.fatima(), world.sanne()}) {
      var id = whom.id().toString();
      assertThat(fatima.post(question + "/passing", "to", id)).hasStatus(422);
      assertThat(fatima.post(question + "/second-chair", "whom", id)).hasStatus(422);
    }
  }

  @Test
  void aSecondChairHearsOfItByMailWritesAndLeaves() {
    var joost = world.as(world.joost());
    var before = clock.instant();
    fatima.post(question + "/second-chair", "whom", world.joost().id().toString());
    fatima.post(question + "/second-chair", "whom", world.joost().id().toString());
    var conversation = "question-" + question.substring("/questions/".length());
    assertThat(letters.write(world.joost().id(), conversation, before).orElseThrow().toString())
        .contains("vraagt je om mee te lezen");
    assertThat(joost.page("/inbox").text()).contains("Je leest mee");
    assertThat(joost.post(question + "/messages", "text", "Kijk bij F07")).hasStatus(303);
    assertThat(joost.page(question).select("form[action$=/second-chair/leaving]")).hasSize(1);
    assertThat(joost.post(question + "/second-chair/leaving")).hasStatus(303);
    assertThat(joost.get(question)).hasStatus(404);
    assertThat(joost.page("/inbox").text()).doesNotContain("Wie weet dit");
    var stops = world.as(world.sanne()).page(question).select(".stop").eachText();
    assertThat(stops).filteredOn(stop -> stop.contains("Joost Bakker leest mee")).hasSize(1);
    assertThat(stops)
        .filteredOn(stop -> stop.contains("Joost Bakker leest niet meer mee"))
        .hasSize(1);
  }

  @Test
  void theHolderIsNoSecondChairWhoMayLeave() {
    assertThat(fatima.post(question + "/second-chair/leaving")).hasStatus(409);
    assertThat(holder()).isEqualTo(world.fatima().name());
  }

  @Test
  void inEnglishToo() {
    var reply =
        world
            .as(world.emma())
            .post("/questions", "system", world.nova().toString(), "text", "Who knows");
    var hers = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    var page = world.as(world.liam()).page(hers + "/colleagues");
    assertThat(page.select(".colleague").text()).contains("Ask along", "Pass on");
    assertThat(page.select(".colleague").text()).doesNotContain("colleague.");
  }
}
