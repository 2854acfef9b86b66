package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import nl.steunpunt.api.Workplace.Floor;
import nl.steunpunt.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class TicketApiTest {
  @Autowired Workplace workplace;
  @Autowired JdbcClient sql;
  Floor floor;
  Client anna;
  Client fatima;
  Client pieter;

  @BeforeEach
  void floor() {
    floor = workplace.floor();
    anna = workplace.client(floor.anna);
    fatima = workplace.client(floor.fatima);
    pieter = workplace.client(floor.pieter);
  }

  private long handed(String text) {
    var id = floor.ask(text);
    fatima.post("/questions/%d/handover".formatted(id), "{'text':'Alles'}");
    return id;
  }

  @Test
  void takenNotedAndClosed() {
    var id = handed("Ik kom er niet in");
    var ticket = pieter.get("/tickets/" + id);
    assertThat(ticket.at("/priority").asInt()).isEqualTo(3);
    assertThat(ticket.text("/asker/name")).isEqualTo("Anna");
    assertThat(ticket.text("/dueAt")).isNotEmpty();
    assertThat(pieter.post("/tickets/%d/taking".formatted(id)).text("/takenBy/name"))
        .isEqualTo("Pieter");
    var noted = pieter.post("/tickets/%d/notes".formatted(id), "{'text':'Belde al'}");
    assertThat(noted.text("/notes/0/text")).isEqualTo("Belde al");
    assertThat(anna.get("/questions/%d/messages".formatted(id)).body().toString())
        .doesNotContain("Belde al");
    var closed =
        pieter.post(
            "/tickets/%d/closure".formatted(id), "{'text':'Hersteld','couldPowerUser':true}");
    assertThat(closed.text("/status")).isEqualTo("solved");
    assertThat(anna.get("/questions/" + id).text("/status")).isEqualTo("solved");
  }

  @Test
  void takenOverFromWhoHasIt() {
    var taking = "/tickets/%d/taking".formatted(handed("Ik kom er niet in"));
    var chantal = floor.hire("Chantal", Role.HELPDESK);
    assertThat(workplace.client(chantal).post(taking).status()).isEqualTo(200);
    assertThat(pieter.post(taking).text("/code")).isEqualTo("desk.refused.taken");
    var over = "{'over':'%s'}";
    assertThat(pieter.post(taking, over.formatted(floor.olga.email())).status()).isEqualTo(409);
    assertThat(pieter.post(taking, over.formatted("niemand@elders.example")).status())
        .isEqualTo(422);
    var fromChantal = over.formatted(chantal.email());
    assertThat(fatima.post(taking, fromChantal).status()).isEqualTo(404);
    var key = UUID.randomUUID().toString();
    for (var time = 0; time < 2; time++) {
      assertThat(pieter.post(taking, fromChantal, "Idempotency-Key", key).text("/takenBy/name"))
          .isEqualTo("Pieter");
    }
    assertThat(pieter.post(taking, fromChantal).status()).as("mine already").isEqualTo(200);
    var back = over.formatted(floor.pieter.email());
    assertThat(workplace.client(chantal).post(taking, back).text("/takenBy/name"))
        .isEqualTo("Chantal");
  }

  @Test
  void aNoteAtTheWrongQuestionIsTakenAwayByItsWriter() {
    var notes = "/tickets/%d/notes".formatted(handed("Ik kom er niet in"));
    var note = pieter.post(notes, "{'text':'Hoort elders'}").at("/notes/0/id").asLong();
    var removal = "%s/%d/removal".formatted(notes, note);
    var chantal = workplace.client(floor.hire("Chantal", Role.HELPDESK));
    assertThat(chantal.post(removal).status()).isEqualTo(404);
    assertThat(fatima.post(removal).status()).isEqualTo(404);
    var elsewhere = "/tickets/%d/notes/%d/removal".formatted(handed("Iets anders"), note);
    assertThat(pieter.post(elsewhere).status()).isEqualTo(404);
    var key = UUID.randomUUID().toString();
    for (var time = 0; time < 2; time++) {
      assertThat(pieter.post(removal, "{}", "Idempotency-Key", key).at("/notes")).isEmpty();
    }
    assertThat(pieter.post(removal).status()).isEqualTo(404);
  }

  @Test
  void theListGoesOnWhereItEnded() {
    var mine = new ArrayList<Long>();
    for (var i = 0; i < 3; i++) {
      var id = handed("Vraag " + i);
      mine.add(id);
      pieter.post("/tickets/%d/taking".formatted(id));
    }
    var seen = new ArrayList<Long>();
    var address = "/tickets?show=mine&limit=1";
    var after = "";
    do {
      var slice = pieter.get(address + after);
      slice.at("/items").forEach(one -> seen.add(one.get("id").asLong()));
      assertThat(slice.at("/items").size()).isLessThanOrEqualTo(1);
      after = slice.at("/next").isNull() ? "" : "&after=" + slice.text("/next");
    } while (!after.isEmpty());
    assertThat(seen).containsExactlyElementsOf(mine);
  }

  @Test
  void putBackMovedAndRatedAsOnTheScreen() {
    var id = handed("Ik kom er niet in");
    pieter.post("/tickets/%d/taking".formatted(id));
    assertThat(pieter.post("/tickets/%d/release".formatted(id)).at("/takenBy").isNull()).isTrue();
    var queues = pieter.get("/tickets/queues");
    assertThat(queues.text("/items/0/nameNl")).isEqualTo("Algemeen");
    var general = queues.at("/items/0/id").asLong();
    var moved = pieter.post("/tickets/%d/queue".formatted(id), "{'queue':%d}".formatted(general));
    assertThat(moved.text("/queue")).isIn("Algemeen", "General");
    assertThat(pieter.post("/tickets/%d/queue".formatted(id), "{'queue':'algemeen'}").status())
        .isEqualTo(200);
    var rated = pieter.post("/tickets/%d/severity".formatted(id), "{'severity':'high'}");
    assertThat(rated.at("/priority").asInt()).isEqualTo(2);
    assertThat(pieter.post("/tickets/%d/severity".formatted(id), "{}").at("/priority").asInt())
        .isEqualTo(3);
  }

  @Test
  void aMacroDoesAllOfItByTheApiToo() {
    var name = "Neem op " + UUID.randomUUID();
    sql.sql(
            "insert into helpdesk.macro (name_nl, name_en, severity, takes) values (:n, :n, 'high', true)")
        .param("n", name)
        .update();
    var number = sql.sql("select max(id) from helpdesk.macro").query(Long.class).single();
    var id = handed("Ik kom er niet in");
    assertThat(pieter.get("/tickets/macros").body().toString()).contains(name);
    var use = "{'macro':%d}".formatted(number);
    var done = pieter.post("/tickets/%d/macro".formatted(id), use);
    assertThat(done.text("/severity")).isEqualTo("high");
    assertThat(done.text("/takenBy/name")).isEqualTo("Pieter");
    assertThat(pieter.post("/tickets/%d/macro".formatted(id), "{'macro':987654}").status())
        .isEqualTo(422);
    assertThat(fatima.post("/tickets/%d/macro".formatted(id), use).status()).isEqualTo(404);
    assertThat(pieter.post("/tickets/987654/macro", use).status()).isEqualTo(404);
    sql.sql("update helpdesk.macro set active = false where id = :id").param("id", number).update();
  }

  @Test
  void manyAtOnceAndTakenBack() {
    var one = handed("Een");
    var two = handed("Twee");
    var body = "{'act':'take','tickets':[%d,%d,987654321]}".formatted(one, two);
    var taken = pieter.post("/tickets/bulk", body);
    assertThat(taken.at("/done").asInt()).isEqualTo(2);
    assertThat(taken.at("/left").asInt()).isEqualTo(1);
    assertThat(pieter.get("/tickets/" + one).text("/takenBy/name")).isEqualTo("Pieter");
    var undoing = "/tickets/deeds/%d/undoing".formatted(taken.at("/id").asLong());
    assertThat(workplace.client(floor.fatima).post(undoing).status()).isEqualTo(404);
    assertThat(pieter.post(undoing).at("/done").asInt()).isEqualTo(2);
    assertThat(pieter.get("/tickets/" + one).at("/takenBy").isNull()).isTrue();
    assertThat(pieter.post(undoing).status()).isEqualTo(409);
    var merged =
        pieter.post("/tickets/bulk", body.replace("take", "merge").replace(",987654321", ""));
    assertThat(merged.at("/done").asInt()).isOne();
    assertThat(pieter.get("/tickets/" + two).at("/mergedInto").asLong()).isEqualTo(one);
    assertThat(pieter.post("/tickets/%d/merge/undoing".formatted(two)).at("/mergedInto").isNull())
        .isTrue();
    var split = pieter.post("/tickets/%d/split".formatted(one), "{'text':'En iets anders'}");
    assertThat(split.text("/text")).isEqualTo("En iets anders");
    assertThat(split.at("/id").asLong()).isGreaterThan(two);
  }

  @Test
  void whatCannotBeDoneIsSaidByMember() {
    var id = handed("Fout");
    for (var wrong :
        new String[] {
          "{}",
          "{'act':'take'}",
          "{'act':'take','tickets':[]}",
          "{'act':'move','tickets':[%d]}".formatted(id),
          "{'act':'move','tickets':[%d],'queue':'Nergens'}".formatted(id),
          "{'act':'close','tickets':[%d]}".formatted(id),
          "{'act':'merge','tickets':[%d]}".formatted(id)
        }) {
      assertThat(pieter.post("/tickets/bulk", wrong).status()).as(wrong).isEqualTo(422);
    }
    assertThat(pieter.post("/tickets/%d/queue".formatted(id), "{'queue':'Nergens'}").status())
        .isEqualTo(422);
    assertThat(pieter.post("/tickets/%d/merge".formatted(id), "{}").status()).isEqualTo(422);
    var elsewhere = floor.ask("Nog bij Fatima");
    assertThat(
            pieter.post("/tickets/%d/severity".formatted(elsewhere), "{'severity':'low'}").status())
        .isIn(404, 409);
    assertThat(fatima.post("/tickets/bulk", "{'act':'take','tickets':[%d]}".formatted(id)).status())
        .isEqualTo(404);
  }

  @Test
  void whatIsNotTheDesksOrNotAtTheDeskIsNotThere() {
    var id = floor.ask("Nog bij Fatima");
    assertThat(pieter.get("/tickets/" + id).status()).isEqualTo(404);
    assertThat(fatima.get("/tickets").status()).isEqualTo(404);
    var at = handed("Bij de desk");
    assertThat(anna.get("/tickets/" + at).status()).isEqualTo(404);
    assertThat(fatima.post("/tickets/%d/notes".formatted(at), "{'text':'x'}").status())
        .isEqualTo(404);
  }

  @Test
  void badRequestsAreToldWhatIsWrong() {
    var id = handed("Fout");
    assertThat(pieter.get("/tickets?show=all&after=x").status()).isEqualTo(400);
    assertThat(pieter.get("/tickets?show=best").status()).isEqualTo(400);
    assertThat(pieter.post("/tickets/%d/notes".formatted(id), "{'text':' '}").status())
        .isEqualTo(422);
    assertThat(
            pieter
                .post("/tickets/%d/closure".formatted(id), "{'text':'Klaar','topic':987654321}")
                .status())
        .isEqualTo(422);
    assertThat(pieter.post("/tickets/%d/closure".formatted(id), "{'text':'Klaar'}").status())
        .isEqualTo(200);
    assertThat(pieter.post("/tickets/%d/closure".formatted(id), "{'text':'Nog eens'}").status())
        .isEqualTo(409);
  }
}
