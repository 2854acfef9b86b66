package nl.steunpunt.support.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The numbers in the menu: what waits for a power user, and what is new for an asker. */
@SteunpuntTest
class MenuCountTest {
  @Autowired World world;

  private String ask() {
    var reply =
        world
            .as(world.sanne())
            .post("/questions", "system", world.nova().toString(), "text", "Telt dit?");
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private int number(Colleague colleague, String id) {
    var count = world.as(colleague).page("/menu/counts").select("#" + id);
    return Integer.parseInt(count.attr("data-number"));
  }

  private int waiting() {
    return number(world.fatima(), "count-inbox");
  }

  @Test
  void aQuestionCountsUntilItIsAnsweredPutAsideOrPassedOn() {
    var before = waiting();
    var one = ask();
    var two = ask();
    assertThat(waiting()).isEqualTo(before + 2);
    var fatima = world.as(world.fatima());
    assertThat(fatima.page("/menu/counts").text()).contains("wachten op je");
    fatima.post(one + "/snooze", "until", "tomorrow");
    assertThat(waiting()).isEqualTo(before + 1);
    fatima.post(two + "/messages", "text", "Welk scherm?");
    assertThat(waiting()).as("the ball is with the asker").isEqualTo(before);
    fatima.post(one + "/waking");
    fatima.post(one + "/passing", "to", world.joost().id().toString());
    assertThat(waiting()).isEqualTo(before);
  }

  @Test
  void anAskerSeesHowManyQuestionsHaveSomethingNewUntilItIsRead() {
    var question = ask();
    assertThat(number(world.sanne(), "count-")).isZero();
    world.as(world.fatima()).post(question + "/messages", "text", "Welk scherm?");
    world.as(world.fatima()).post(question + "/messages", "text", "En wanneer?");
    assertThat(number(world.sanne(), "count-")).isEqualTo(1);
    var last =
        world.as(world.sanne()).page(question).select("[data-message]").eachAttr("data-message");
    world.as(world.sanne()).post(question + "/reading", "upTo", last.getLast());
    assertThat(number(world.sanne(), "count-")).isZero();
  }

  @Test
  void withoutScriptsThePageItselfSaysThatItWasRead() {
    var question = ask();
    assertThat(world.as(world.sanne()).page(question).select("noscript img[src*=reading]"))
        .as("nothing to read yet")
        .isEmpty();
    world.as(world.fatima()).post(question + "/messages", "text", "Welk scherm?");
    assertThat(world.as(world.sanne()).page("/").select("#mine").text()).contains("1 nieuw");
    var address =
        world.as(world.sanne()).page(question).select("noscript img[src*=reading]").attr("src");
    assertThat(world.as(world.emma()).get(address)).hasStatus(404);
    assertThat(world.as(world.sanne()).get(address)).hasStatus(204);
    assertThat(world.as(world.sanne()).page("/").select("#mine").text()).doesNotContain("nieuw");
  }

  @Test
  void thePageHasAPlaceForEachNumberAndOnlyWhoHasAnInboxCountsIt() {
    assertThat(world.as(world.fatima()).page("/").select(".menu #count-inbox")).hasSize(1);
    assertThat(world.as(world.sanne()).page("/menu/counts").select("#count-inbox")).isEmpty();
    assertThat(world.as(world.emma()).page("/menu/counts").select("#count-")).hasSize(1);
  }
}
