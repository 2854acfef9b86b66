package nl.steunpunt.support.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A power user finds back what was asked, said and answered, and nothing of anybody else. */
@SteunpuntTest
class SearchTest {
  @Autowired World world;

  Browser fatima;

  @BeforeEach
  void fatimaSearches() {
    fatima = world.as(world.fatima());
  }

  private String ask(Colleague asker, String text) {
    var reply = world.as(asker).post("/questions", "system", world.nova().toString(), "text", text);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private List<String> found(Browser browser, String q) {
    return browser.page("/search?q=" + q).select("main .question-row").eachAttr("href");
  }

  @Test
  void inflectedWordsInTheQuestionAndInWhatWasSaid() {
    var question = ask(world.sanne(), "De kostenplaatsen zijn verdwenen");
    fatima.post(question + "/messages", "text", "Heb je de weergave gewijzigd?");
    assertThat(found(fatima, "kostenplaats")).contains(question);
    assertThat(found(fatima, "weergaven")).contains(question);
    assertThat(found(fatima, "kostenplaats weergave")).as("one word from each").contains(question);
    assertThat(found(fatima, "kosten")).as("the beginning of a word").contains(question);
    assertThat(found(fatima, "plaatsen")).as("a part of a compound").contains(question);
    assertThat(found(fatima, "pl%tsen")).as("no pattern").doesNotContain(question);
    assertThat(found(fatima, "kostenplaats olifant")).doesNotContain(question);
  }

  @Test
  void whereItWasSaidIsShownWithTheWordMarked() {
    var question = ask(world.sanne(), "Hoe zit dit");
    fatima.post(question + "/messages", "text", "Eerst iets heel anders");
    fatima.post(question + "/messages", "text", "Kijk bij de <b>memoriaalboekingen</b> van mei");
    var row =
        fatima.page("/search?q=memoriaalboeking").select(".question-row[href=" + question + "]");
    assertThat(row.select("mark").text()).isEqualTo("memoriaalboekingen");
    assertThat(row.select("b")).isEmpty();
  }

  @Test
  void theAnswersIWroteAndOnlyMine() {
    var question = ask(world.sanne(), "Hoe boek ik een vooruitbetaling");
    fatima.post(
        question + "/answer",
        "text",
        "Gebruik dagboek zevenendertig",
        "why",
        "Omdat het zo is",
        "keep",
        "true",
        "keepAs",
        "Vooruitbetalingen boeken");
    var hits = found(fatima, "zevenendertig");
    assertThat(hits).contains(question);
    assertThat(hits).anyMatch(hit -> hit.startsWith("/answers/"));
    assertThat(found(world.as(world.joost()), "zevenendertig")).isEmpty();
  }

  @Test
  void onlyWhatIMaySeeAndNoMoreOnceIStoppedReadingAlong() {
    var question = ask(world.sanne(), "Sinterklaasgratificatie klopt niet");
    var joost = world.as(world.joost());
    assertThat(found(joost, "sinterklaasgratificatie")).isEmpty();
    fatima.post(question + "/second-chair", "whom", world.joost().id().toString());
    assertThat(found(joost, "sinterklaasgratificatie")).containsExactly(question);
    joost.post(question + "/second-chair/leaving");
    assertThat(found(joost, "sinterklaasgratificatie")).isEmpty();
  }

  @Test
  void englishIsFoundInEnglish() {
    var question = ask(world.emma(), "My invoices were duplicated");
    assertThat(found(world.as(world.liam()), "invoice duplicating")).contains(question);
    assertThat(world.as(world.liam()).page("/search?q=qqqqqq").text()).contains("Nothing found");
  }

  @Test
  void pagesFollowEachOtherAndEachHitIsThereOnce() {
    var asked = new HashSet<String>();
    for (int i = 0; i < 45; i++) {
      asked.add(ask(world.sanne(), "Zeldzaamwoord nummer " + i));
    }
    var seen = new ArrayList<String>();
    var address = "/search?q=zeldzaamwoord";
    int pages = 0;
    while (address != null) {
      var page = fatima.page(address);
      seen.addAll(page.select("main .question-row").eachAttr("href"));
      var next = page.select("input[name=after]").val();
      address = next.isEmpty() ? null : "/search?q=zeldzaamwoord&after=" + next;
      pages++;
    }
    // Some of so many go past Fatima, who has no more room.
    assertThat(seen).doesNotHaveDuplicates().isNotEmpty();
    assertThat(asked).containsAll(seen);
    assertThat(pages).isEqualTo((seen.size() + 19) / 20);
  }

  @Test
  void whatIsNoSearchFindsNothingAndBreaksNothing() {
    for (var q :
        List.of("%22%27%28%26%7C", "%00", "-", "a%00b", "de", "%F0%9F%98%80", "x".repeat(3000))) {
      assertThat(fatima.get("/search?q=" + q)).as(q).hasStatusOk();
    }
    assertThat(fatima.get("/search?q=iets&after=gisteren_x_y")).hasStatusOk();
    assertThat(fatima.page("/search").text()).contains("Alles waar je aan meedeed");
  }

  @Test
  void theInboxHasTheField() {
    assertThat(fatima.page("/inbox").select("form[action=/search] input[name=q]")).hasSize(1);
    assertThat(world.as(world.sanne()).get("/search?q=iets")).hasStatus(404);
  }
}
