package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import nl.steunpunt.api.Workplace.Floor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class EventsTest {
  @Autowired Workplace workplace;
  Floor floor;
  Client anna;
  Client fatima;

  @BeforeEach
  void floor() {
    floor = workplace.floor();
    anna = workplace.client(floor.anna);
    fatima = workplace.client(floor.fatima);
  }

  @Test
  void askerAndPowerUserHearAndNobodyElse() throws Exception {
    try (var asker = Stream.open(anna, null);
        var helper = Stream.open(fatima, null);
        var other = Stream.open(workplace.client(floor.bram), null)) {
      assertThat(asker.next().kind()).isEqualTo("hello");
      assertThat(helper.next().kind()).isEqualTo("hello");
      assertThat(other.next().kind()).isEqualTo("hello");

      var id = floor.ask("Hoor je mij");

      var heard = helper.next();
      assertThat(heard.kind()).isEqualTo("question");
      assertThat(heard.data().get("subject").asLong()).isEqualTo(id);
      assertThat(heard.data().get("detail").asString()).isEqualTo("asked");
      assertThat(asker.next().data().get("subject").asLong()).isEqualTo(id);
      fatima.post("/questions/%d/answer".formatted(id), "{'text':'Luid en duidelijk'}");
      assertThat(asker.next().data().get("detail").asString()).isEqualTo("answered");
      assertThat(other.isQuiet()).isTrue();
    }
  }

  @Test
  void aStreamGoesOnWhereItBroke() throws Exception {
    String position;
    try (var stream = Stream.open(fatima, null)) {
      stream.next();
      floor.ask("De eerste");
      position = stream.next().id();
    }
    var missed = new HashSet<Long>();
    for (int i = 0; i < 5; i++) {
      missed.add(floor.ask("Gemist " + i));
    }
    try (var stream = Stream.open(fatima, position)) {
      var seen = new HashSet<Long>();
      Stream.Event event = stream.next();
      for (; event.kind().equals("question"); event = stream.next()) {
        seen.add(event.data().get("subject").asLong());
      }
      assertThat(seen).isEqualTo(missed);
      assertThat(event.kind()).as("nothing is unknown").isEqualTo("hello");
      var later = floor.ask("En verder");
      assertThat(stream.next().data().get("subject").asLong()).isEqualTo(later);
    }
  }

  @Test
  void aStreamThatWasAwayTooLongIsToldToReadAnew() throws Exception {
    String position;
    try (var stream = Stream.open(fatima, null)) {
      position = stream.next().id();
    }
    floor.ask("Hierna gaan de berichten weg");
    workplace.nobody().post("/demo/clock", "{'advance':'PT1H'}");
    try (var stream = Stream.open(fatima, position)) {
      assertThat(stream.next().kind()).isEqualTo("reset");
      var id = floor.ask("Vanaf hier weer alles");
      assertThat(stream.next().data().get("subject").asLong()).isEqualTo(id);
    }
  }

  @Test
  void aPlaceThatIsNoneIsToldToReadAnew() throws Exception {
    try (var stream = Stream.open(fatima, "yesterday")) {
      assertThat(stream.next().kind()).isEqualTo("reset");
    }
    try (var stream = Stream.open(fatima, "9:1:5")) {
      assertThat(stream.next().kind()).isEqualTo("reset");
    }
    assertThat(workplace.nobody().get("/events").status()).isEqualTo(401);
  }
}
