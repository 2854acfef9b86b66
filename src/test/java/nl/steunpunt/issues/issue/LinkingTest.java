package nl.steunpunt.issues.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import org.junit.jupiter.api.Test;

/** Questions that are about an issue. */
@SteunpuntTest
class LinkingTest extends WithIssues {
  @Test
  void aQuestionIsLinkedAndItsAskerHearsToo() {
    var issue = reported();
    var question = ask(world.sanne());
    var panel = "/issues/of-question/" + id(question);
    assertThat(world.as(world.sanne()).page(question).html()).contains(panel);
    assertThat(world.as(world.fatima()).page(panel).select("form[action=" + issue + "/questions]"))
        .isNotEmpty();
    assertThat(world.as(world.sanne()).page(panel).select("main form")).isEmpty();

    world.as(world.fatima()).post(issue + "/questions", "question", Long.toString(id(question)));

    assertThat(world.as(world.sanne()).page(panel).text()).contains(TITLE, "Gemeld");
    assertThat(world.as(world.sanne()).page(issue).text())
        .contains("1 persoon heeft er last van", "Ook van jou");
    change(issue, "in_progress", "");
    assertThat(owed(world.sanne(), issue)).isTrue();
    world.as(world.sanne()).post(issue + "/leaving");
    assertThat(world.as(world.sanne()).page(issue).text())
        .as("the question is still about it")
        .contains("Ook van jou");
  }

  /** When it looks like none of those that are shown. */
  @Test
  void aQuestionIsLinkedByTypingANumber() {
    var issue = reported();
    var reply =
        world
            .as(world.sanne())
            .post("/questions", "system", world.nova().toString(), "text", "Heel andere woorden");
    var question = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    var byHand = "/issues/of-question/" + id(question);
    assertThat(world.as(world.fatima()).page(byHand).select("form[action=" + byHand + "]"))
        .isNotEmpty();
    for (var wrong : List.of("deze", "999999999", "")) {
      var again = world.as(world.fatima()).postFrom(question, byHand, "issue", wrong);
      assertThat(again).as(wrong).hasStatus(422);
      assertThat(Browser.html(again).select("#issue-number").val()).isEqualTo(wrong);
    }
    assertThat(world.as(world.joost()).post(byHand, "issue", Long.toString(id(issue))))
        .as("not his to help with")
        .hasStatus(404);
    assertThat(world.as(world.fatima()).post(byHand, "issue", "#" + id(issue))).hasStatus(303);
    assertThat(world.as(world.fatima()).page(byHand).select("a[href=" + issue + "]")).isNotEmpty();
    assertThat(world.as(world.sanne()).page(issue).text()).contains("Ook van jou");
  }

  /** Whose first question was about it already, or who said "me too". */
  @Test
  void eachQuestionOfOnePersonIsLinkedAndThePersonCountsOnce() {
    var issue = reported();
    world.as(world.sanne()).post(issue + "/me-too");
    for (var question : List.of(ask(world.sanne()), ask(world.sanne()))) {
      var number = Long.toString(id(question));
      for (var time = 1; time <= 2; time++) {
        assertThat(world.as(world.fatima()).post(issue + "/questions", "question", number))
            .hasStatus(303);
      }
      var panel = world.as(world.fatima()).page("/issues/of-question/" + number);
      assertThat(panel.select("a[href=" + issue + "]").text()).isEqualTo(TITLE);
      assertThat(panel.select("main form")).isEmpty();
    }
    assertThat(world.as(world.sanne()).page(issue).text()).contains("1 persoon heeft er last van");
  }

  @Test
  void aQuestionThatIsNotMineCannotBeLinkedNorLookedBeside() {
    var issue = reported();
    var question = Long.toString(id(ask(world.sanne())));
    var typed = world.as(world.joost()).post(issue + "/questions", "question", question);
    assertThat(typed).as("like a number that is not there").hasStatus(422);
    assertThat(typed).bodyText().contains("Er is geen vraag " + question);
    assertThat(world.as(world.joost()).get("/issues/of-question/" + question)).hasStatus(404);
    assertThat(world.as(world.sanne()).post(issue + "/questions", "question", question))
        .hasStatus(404);
  }

  @Test
  void theHelpdeskSeesWhichOfItsQuestionsCameToIt() {
    var issue = reported();
    var question = ask(world.sanne());
    world.as(world.fatima()).post(issue + "/questions", "question", Long.toString(id(question)));
    assertThat(world.as(world.pieter()).page(issue).select(".issue-tickets")).isEmpty();
    world.as(world.fatima()).post(question + "/handover", "tried", "Filter uitgezet");
    assertThat(world.as(world.pieter()).page(issue).select(".issue-tickets a").attr("href"))
        .isEqualTo(question);
    assertThat(world.as(world.fatima()).page(issue).select(".issue-tickets")).isEmpty();
  }
}
