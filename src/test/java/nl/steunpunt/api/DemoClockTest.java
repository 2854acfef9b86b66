package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import nl.steunpunt.api.Client.Answer;
import nl.steunpunt.api.Workplace.Floor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ApiTest
class DemoClockTest {
  @Autowired Workplace workplace;
  Floor floor;
  Client anna;

  @BeforeEach
  void floor() {
    floor = workplace.floor();
    anna = workplace.client(floor.anna);
  }

  private Answer move(String step) {
    return workplace.nobody().post("/demo/clock", step);
  }

  private static Instant at(JsonNode node) {
    return Instant.parse(node.get("at").asString());
  }

  @Test
  void aQuestionThatNobodyAnswersWalksTheWholeWay() {
    move("{'workingMinutes':0}");
    var id = floor.ask("Hoort iemand mij");
    var first = Instant.parse(anna.get("/questions/" + id).text("/next/at"));

    var moved = move("{'workingMinutes':1000}");

    assertThat(moved.status()).isEqualTo(200);
    var fired = new ArrayList<JsonNode>();
    moved.at("/fired").forEach(timer -> fired.add(timer));
    assertThat(fired).extracting(DemoClockTest::at).isSorted();
    var mine =
        fired.stream()
            .filter(timer -> timer.get("subject").asLong() == id)
            .filter(timer -> timer.get("what").asString().matches("moves_on|to_helpdesk"))
            .toList();
    assertThat(mine).hasSize(2);
    assertThat(at(mine.get(0))).as("at its own time").isBetween(first, first.plusSeconds(5));
    var question = anna.get("/questions/" + id);
    assertThat(question.text("/status")).isEqualTo("with_helpdesk");
    assertThat(question.at("/route").findValuesAsString("step"))
        .containsExactly("asked", "offered", "silent", "offered", "silent", "to_helpdesk");
    assertThat(Instant.parse(question.at("/route/2").get("at").asString()))
        .isEqualTo(at(mine.get(0)));
  }

  @Test
  void theClockMovesAsFarAsItIsTold() {
    var before = Instant.parse(move("{'advance':'PT0S'}").text("/now"));
    var after = Instant.parse(move("{'advance':'PT4H'}").text("/now"));
    assertThat(after).isBetween(before.plusSeconds(4 * 3600), before.plusSeconds(4 * 3600 + 30));
  }

  @Test
  void aStepThatIsNoneIsRefused() {
    for (var wrong :
        new String[] {
          "{}",
          "{'advance':'PT1H','workingMinutes':5}",
          "{'advance':'PT-1H'}",
          "{'advance':'P4000D'}",
          "{'advance':'four hours'}",
          "{'workingMinutes':-1}",
          "{'workingMinutes':99999999999}"
        }) {
      assertThat(move(wrong).status()).as(wrong).isEqualTo(422);
    }
    assertThat(move("{'workingMinutes':'5'}").status()).isEqualTo(400);
    assertThat(move("{'advance':5}").status()).isEqualTo(400);
  }
}
