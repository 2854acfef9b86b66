package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.steunpunt.api.Workplace.Floor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody calls, and the telephone's program says who and what about. */
@ApiTest
class CallApiTest {
  @Autowired Workplace workplace;
  Floor floor;
  Client pieter;

  @BeforeEach
  void floor() {
    floor = workplace.floor();
    pieter = workplace.client(floor.pieter);
  }

  private String call(String more) {
    return "{'caller':'%s','system':'%s','text':'Belt over een factuur',%s}"
        .formatted(floor.anna.email(), floor.key, more);
  }

  @Test
  void whoMayBeCallingIsFound() {
    var found = pieter.get("/calls/callers?q=anna@" + floor.key);
    assertThat(found.at("/items")).hasSize(1);
    assertThat(found.text("/items/0/name")).isEqualTo("Anna");
    assertThat(found.at("/items/0/id").asLong()).isEqualTo(floor.anna.id().value());
    assertThat(found.body().toString()).doesNotContain(floor.anna.email());
    assertThat(pieter.get("/calls/callers?q=a").status()).isEqualTo(400);
    assertThat(workplace.client(floor.fatima).get("/calls/callers?q=anna").status()).isEqualTo(404);
  }

  @Test
  void sentToTheirPowerUserOnce() {
    var once = call("'way':'power_user','stuck':true,'topic':'log-in','clientId':'%s'");
    var body = once.formatted(UUID.randomUUID());
    var filed = pieter.post("/calls", body);
    assertThat(filed.status()).isEqualTo(201);
    assertThat(filed.text("/helper/name")).isEqualTo("Fatima");
    assertThat(filed.at("/helper/sameFloor").asBoolean()).isTrue();
    var question = "/questions/" + filed.at("/question").asLong();
    assertThat(filed.header("Location")).isEqualTo("/api/v1" + question);
    assertThat(pieter.post("/calls", body).at("/question")).isEqualTo(filed.at("/question"));
    assertThat(workplace.client(floor.anna).get(question).text("/status"))
        .isEqualTo("with_power_user");
    assertThat(workplace.client(floor.anna).get("/questions").at("/items")).hasSize(1);
  }

  @Test
  void keptAtTheDeskOrSolvedOnThePhone() {
    var kept = pieter.post("/calls", call("'way':'desk'"));
    assertThat(kept.at("/helper").isNull()).isTrue();
    var ticket = pieter.get("/tickets/" + kept.at("/question").asLong());
    assertThat(ticket.at("/deskFirst").asBoolean()).isTrue();
    assertThat(ticket.text("/status")).isEqualTo("with_helpdesk");
    var told = "'way':'solved','solution':'Opnieuw inloggen','couldPowerUser':true";
    var solved = pieter.post("/calls", call(told)).at("/question").asLong();
    var anna = workplace.client(floor.anna);
    assertThat(anna.get("/questions/" + solved).text("/status")).isEqualTo("solved");
    assertThat(anna.get("/questions/%d/messages".formatted(solved)).body().toString())
        .contains("Opnieuw inloggen");
    assertThat(
            workplace
                .sql
                .sql("select could_power_user from helpdesk.ticket where question_id = :id")
                .param("id", solved)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void whatIsWrongIsSaidByMember() {
    refused(call("'way':'solved'"), "/solution");
    refused(call("'stuck':false"), "/way");
    refused(call("'way':'desk','topic':'elders'"), "/topic");
    refused(call("'way':'desk'").replace(floor.key + "',", "nergens',"), "/system");
    refused(call("'way':'desk'").replace(floor.anna.email(), "niemand@elders.example"), "/caller");
    refused(call("'way':'desk'").replace("Belt over een factuur", " "), "/text");
    assertThat(pieter.post("/calls", call("'way':'elders'")).status()).isIn(400, 422);
    assertThat(workplace.client(floor.anna).post("/calls", call("'way':'desk'")).status())
        .isEqualTo(404);
  }

  private void refused(String body, String where) {
    var answer = pieter.post("/calls", body);
    assertThat(answer.status()).as(where).isEqualTo(422);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(where);
  }
}
