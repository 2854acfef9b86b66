package nl.steunpunt.support.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An answer kept in a conversation, and all that may become of it. */
@SteunpuntTest
class AnswerTest {
  private static final String TITLE = "Hoe splits ik een kwikstaartbetaling over drie facturen?";

  @Autowired World world;
  @Autowired JdbcClient sql;

  private String kept() {
    var asked =
        world
            .as(world.sanne())
            .post("/questions", "system", world.nova().toString(), "text", "Hoe splits ik dit?");
    var question = Objects.requireNonNull(asked.getResponse().getRedirectedUrl());
    var answered =
        world
            .as(world.fatima())
            .post(
                question + "/answer",
                "text",
                "Kies Verdelen en vink de facturen aan.",
                "why",
                "Het verschil gaat anders naar vooruitbetaald.",
                "keep",
                "true",
                "keepAs",
                TITLE);
    assertThat(answered).hasStatus(303);
    var id =
        sql.sql("select id from support.answer where title = :title")
            .param("title", TITLE)
            .query(Long.class)
            .single();
    return "/answers/" + id;
  }

  private List<String> found(Colleague typing, String text) {
    return world
        .as(typing)
        .page("/suggestions?system=" + world.nova() + "&text=" + text)
        .select(".suggestions a")
        .eachAttr("href");
  }

  @Test
  void whatIsKeptWhileAnsweringIsFoundByTheNextWhoTypes() {
    var answer = kept();
    assertThat(found(world.lotte(), "kwikstaartbetaling splitsen")).contains(answer);
    var page = world.as(world.lotte()).page(answer);
    assertThat(page.select("h1").text()).isEqualTo(TITLE);
    assertThat(page.select("article").text())
        .contains("Kies Verdelen", "vooruitbetaald", "Fatima El Idrissi");
    assertThat(world.as(world.lotte()).page("/answers").select(".question-row").eachAttr("href"))
        .contains(answer);
  }

  @Test
  void anAnswerThatIsNotKeptIsNotOnTheShelf() {
    var asked =
        world
            .as(world.sanne())
            .post("/questions", "system", world.nova().toString(), "text", "Kwikstaart?");
    var question = Objects.requireNonNull(asked.getResponse().getRedirectedUrl());
    world
        .as(world.fatima())
        .post(question + "/answer", "text", "Zo.", "keepAs", "Een heel eigen kwikstaart");
    assertThat(
            sql.sql("select count(*) from support.answer where title like '%kwikstaart%'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void changedByAnyPowerUserAndFoundByItsNewWords() {
    var answer = kept();
    var changed =
        world
            .as(world.joost())
            .post(answer, "title", "Kortschildkever verdelen", "text", "Anders dan eerst.");
    assertThat(changed).hasStatus(303);
    assertThat(found(world.sanne(), "kortschildkever")).contains(answer);
    assertThat(found(world.sanne(), "kwikstaartbetaling")).doesNotContain(answer);
  }

  @Test
  void refusedInWordsAndLeftAsItWas() {
    var answer = kept();
    var empty = world.as(world.fatima()).post(answer, "title", " ", "text", "Iets");
    assertThat(empty).hasStatus(422);
    assertThat(Browser.html(empty).select("[role=alert]").text())
        .isEqualTo("Zeg op welke vraag dit het antwoord is.");
    assertThat(world.as(world.fatima()).page(answer).select("h1").text()).isEqualTo(TITLE);
  }

  @Test
  void retiredIsNotSuggestedButStillThereAndChangingBringsItBack() {
    var answer = kept();
    world.as(world.fatima()).post(answer + "/retirement");
    assertThat(found(world.sanne(), "kwikstaartbetaling")).doesNotContain(answer);
    assertThat(world.as(world.sanne()).page(answer).text()).contains("klopt niet meer");
    assertThat(world.as(world.sanne()).page("/answers").select(".question-row").eachAttr("href"))
        .doesNotContain(answer);
    world.as(world.fatima()).post(answer, "title", TITLE, "text", "Weer waar.");
    assertThat(found(world.sanne(), "kwikstaartbetaling")).contains(answer);
  }

  @Test
  void helpedIsCountedOncePerPerson() {
    var answer = kept();
    for (var i = 0; i < 2; i++) {
      assertThat(world.as(world.lotte()).post(answer + "/help")).hasStatus(303);
    }
    assertThat(row(answer)).contains("hielp 1 collega");
    world.as(world.emma()).post(answer + "/help");
    assertThat(row(answer)).contains("hielp 2 collega’s");
    assertThat(world.as(world.lotte()).page(answer).text()).contains("Je zei dat dit je hielp.");
    assertThat(world.as(world.emma()).page(answer).text())
        .contains("You said that this helped you.");
  }

  private String row(String answer) {
    return world.as(world.fatima()).page("/answers").select("a[href=" + answer + "]").text();
  }

  @Test
  void onlyPowerUsersAndTheHelpdeskChangeOne() {
    var answer = kept();
    for (var other : List.of(world.sanne(), world.marieke(), world.erik())) {
      assertThat(world.as(other).page(answer).select("textarea")).isEmpty();
      assertThat(world.as(other).post(answer, "title", "x", "text", "x")).hasStatus(404);
      assertThat(world.as(other).post(answer + "/retirement")).hasStatus(404);
    }
    assertThat(world.as(world.pieter()).post(answer, "title", "Van Pieter", "text", "x"))
        .hasStatus(303);
    assertThat(world.as(world.pieter()).get("/answers/999999999")).hasStatus(404);
    assertThat(world.as(world.pieter()).post("/answers/999999999/retirement")).hasStatus(404);
  }

  @Test
  void mineAreThoseIWrote() {
    var answer = kept();
    assertThat(mine(world.fatima())).contains(answer);
    assertThat(mine(world.joost())).doesNotContain(answer);
  }

  private List<String> mine(Colleague viewer) {
    return world.as(viewer).page("/answers?mine=true").select(".question-row").eachAttr("href");
  }
}
