package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.steunpunt.api.Workplace.Floor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ApiTest
class QuestionApiTest {
  @Autowired Workplace workplace;
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

  @Test
  void askingTellsWhoHasItAndWhatComesNext() {
    var asked =
        anna.post(
            "/questions",
            "{'system':'%s','topic':'log-in','text':'  Ik kom er niet in  '}".formatted(floor.key));

    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.header("Location")).isEqualTo("/api/v1/questions/" + asked.id());
    assertThat(asked.text("/status")).isEqualTo("with_power_user");
    assertThat(asked.text("/outcome")).isEqualTo("none");
    assertThat(asked.text("/text")).isEqualTo("Ik kom er niet in");
    assertThat(asked.text("/system")).isEqualTo(floor.key);
    assertThat(asked.text("/topic")).isEqualTo("log-in");
    assertThat(asked.text("/asker/name")).isEqualTo("Anna");
    assertThat(asked.text("/powerUser/name")).isEqualTo("Fatima");
    assertThat(asked.text("/route/0/step")).isEqualTo("asked");
    assertThat(asked.text("/route/1/step")).isEqualTo("offered");
    assertThat(asked.text("/route/1/person/name")).isEqualTo("Fatima");
    assertThat(asked.text("/route/1/reason")).startsWith("je eigen power user");
    assertThat(asked.text("/route/1/reasons/0")).isEqualTo("primary");
    assertThat(asked.text("/route/1/at")).isNotEmpty();
    assertThat(asked.text("/next/what")).isEqualTo("moves_on");
    assertThat(asked.text("/next/at")).isNotEmpty();
    assertThat(asked.text("/next/person/name")).isEqualTo("Joost");
    assertThat(anna.get("/questions/" + asked.id()).body()).isEqualTo(asked.body());
  }

  @Test
  void whoAsksSaysWhoMayReadIt() {
    var asked =
        anna.post(
            "/questions",
            "{'system':'%s','text':'Alles traag','shared':true}".formatted(floor.key));
    var sharing = "/questions/%d/sharing".formatted(asked.id());
    assertThat(anna.get(sharing).at("/shared").asBoolean()).isTrue();
    assertThat(anna.put(sharing, "{'shared':false}").at("/shared").asBoolean()).isFalse();
    assertThat(anna.get(sharing).at("/shared").asBoolean()).isFalse();
    assertThat(anna.put(sharing, "{}").text("/errors/0/pointer")).isEqualTo("/shared");
    assertThat(fatima.get(sharing).status()).as("who helps").isEqualTo(404);
    assertThat(fatima.put(sharing, "{'shared':true}").status()).isEqualTo(404);
  }

  @Test
  void fromAskingToConfirming() {
    var id = floor.ask("Mijn scherm is leeg");
    assertThat(fatima.post("/questions/%d/taking".formatted(id)).at("/taken").asBoolean()).isTrue();
    var answered =
        fatima.post(
            "/questions/%d/answer".formatted(id),
            "{'text':'Ververs de pagina','why':'De cache is oud'}");
    assertThat(answered.text("/status")).isEqualTo("solved");
    assertThat(answered.text("/outcome")).isEqualTo("potential");
    assertThat(answered.text("/next/what")).isEqualTo("closes");

    var confirmed = anna.post("/questions/%d/confirmation".formatted(id));

    assertThat(confirmed.text("/status")).isEqualTo("closed");
    assertThat(confirmed.text("/outcome")).isEqualTo("confirmed");
    assertThat(confirmed.at("/next").isNull()).isTrue();
    assertThat(steps(confirmed))
        .containsExactly("asked", "offered", "taken", "answered", "confirmed");
    var said = anna.get("/questions/%d/messages".formatted(id));
    assertThat(said.at("/items/0/kind").asString()).isEqualTo("answer");
    assertThat(said.at("/items/1/kind").asString()).isEqualTo("why");

    var again = anna.post("/questions/%d/reopening".formatted(id));
    assertThat(again.text("/status")).isEqualTo("with_power_user");
    assertThat(again.text("/powerUser/name")).isEqualTo("Fatima");
    assertThat(anna.post("/questions/%d/withdrawal".formatted(id)).text("/outcome"))
        .isEqualTo("withdrawn");
  }

  @Test
  void throughTheHelpdeskAndBack() {
    var id = floor.ask("De maandafsluiting hangt");
    assertThat(pieter.get("/questions/" + id).status()).as("not at the desk yet").isEqualTo(404);

    var handed = fatima.post("/questions/%d/handover".formatted(id), "{'text':'Opnieuw gestart'}");
    assertThat(handed.text("/status")).isEqualTo("with_helpdesk");
    assertThat(fatima.post("/questions/%d/handover".formatted(id), "{'text':'nog eens'}").status())
        .as("too late is a conflict")
        .isEqualTo(409);

    var back = pieter.post("/questions/%d/return".formatted(id), "{'text':'Zet de periode open'}");
    assertThat(back.text("/status")).isEqualTo("with_power_user");
    assertThat(back.text("/powerUser/name")).isEqualTo("Fatima");
    var toJoost =
        fatima.post(
            "/questions/%d/passing".formatted(id), "{'to':'%s'}".formatted(floor.joost.email()));
    assertThat(toJoost.text("/powerUser/name")).isEqualTo("Joost");

    var joost = workplace.client(floor.joost);
    joost.post("/questions/%d/handover".formatted(id), "{'tried':'Alles'}");
    var closed =
        pieter.post("/questions/%d/closure".formatted(id), "{'text':'Periode staat open'}");
    assertThat(closed.text("/status")).isEqualTo("solved");
    assertThat(closed.text("/outcome")).as("not kept from the desk").isEqualTo("none");
    assertThat(anna.get("/questions/%d/messages".formatted(id)).body().findValuesAsString("kind"))
        .containsExactly("tried", "advice", "tried", "answer");
  }

  @Test
  void aQuestionReturnedWhileItsPowerUserIsAwayGoesToWhoIsThere() {
    var id = floor.ask("Wie kan mij helpen");
    fatima.post("/questions/%d/handover".formatted(id), "{'text':'Geen idee'}");
    var until = Instant.parse(anna.get("/questions/" + id).text("/askedAt")).plusSeconds(86_400);
    fatima.put("/absence", "{'until':'%s'}".formatted(until));
    var back = pieter.post("/questions/%d/return".formatted(id), "{'text':'Probeer menu 3'}");
    assertThat(back.text("/powerUser/name")).isEqualTo("Joost");
  }

  @Test
  void timesOfStepsAreForAskerAndPowerUserOnly() {
    var id = floor.ask("Hoe lang duurt dit");
    fatima.post("/questions/%d/handover".formatted(id), "{'text':'Niets hielp'}");
    assertThat(anna.get("/questions/" + id).body().findValues("at").size()).isGreaterThan(1);
    assertThat(fatima.get("/questions/" + id).at("/route/0/at").isNull()).isFalse();
    var atDesk = pieter.get("/questions/" + id);
    assertThat(steps(atDesk)).containsExactly("asked", "offered", "handed_over");
    for (JsonNode stop : atDesk.at("/route")) {
      assertThat(stop.get("at").isNull()).isTrue();
    }
  }

  @Test
  void onBehalfTheColleagueIsTheAsker() {
    var body =
        "{'system':'%s','text':'Vroeg het bij de koffie','onBehalfOf':'%s'}"
            .formatted(floor.key, floor.bram.email());
    var filed = fatima.post("/questions", body);
    assertThat(filed.status()).isEqualTo(201);
    assertThat(filed.text("/asker/name")).isEqualTo("Bram");
    assertThat(filed.text("/filedBy/name")).isEqualTo("Fatima");
    assertThat(workplace.client(floor.bram).get("/questions/" + filed.id()).status())
        .isEqualTo(200);

    var refused = anna.post("/questions", body);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/onBehalfOf");
  }

  @Test
  void whatIsNotYoursIsNotThere() {
    var id = floor.ask("Alleen voor mij");
    var bram = workplace.client(floor.bram);
    var joost = workplace.client(floor.joost);
    assertThat(bram.get("/questions/" + id).status()).isEqualTo(404);
    assertThat(bram.get("/questions/" + id).text("/code")).isEqualTo("error.not_found.text");
    assertThat(bram.get("/questions/%d/messages".formatted(id)).status()).isEqualTo(404);
    assertThat(bram.post("/questions/%d/messages".formatted(id), "{'text':'hoi'}").status())
        .isEqualTo(404);
    assertThat(bram.post("/questions/%d/withdrawal".formatted(id)).status()).isEqualTo(404);
    assertThat(joost.post("/questions/%d/taking".formatted(id)).status()).isEqualTo(404);
    assertThat(joost.post("/questions/%d/answer".formatted(id), "{'text':'x'}").status())
        .isEqualTo(404);
    assertThat(bram.get("/questions").at("/items")).isEmpty();
    assertThat(bram.get("/questions/abc").status()).isEqualTo(404);
  }

  @Test
  void listsArePagedByWhatIsKnown() {
    var ids = new ArrayList<Long>();
    for (int i = 0; i < 5; i++) {
      ids.add(floor.ask("Vraag " + i));
    }
    var first = anna.get("/questions?limit=2");
    assertThat(first.body().at("/items")).hasSize(2);
    assertThat(first.at("/items/0/id").asLong()).isEqualTo(ids.getLast());
    floor.ask("Een nieuwe schuift niets op");
    var seen = new ArrayList<Long>();
    var page = first;
    while (true) {
      page.at("/items").forEach(item -> seen.add(item.get("id").asLong()));
      if (page.at("/next").isNull()) {
        break;
      }
      page = anna.get("/questions?limit=2&after=" + page.text("/next"));
    }
    assertThat(seen).containsExactlyElementsOf(ids.reversed());

    anna.post("/questions/%d/withdrawal".formatted(ids.getFirst()));
    assertThat(anna.get("/questions?status=closed").at("/items")).hasSize(1);
    assertThat(anna.get("/questions?status=closed,with_power_user").at("/items")).hasSize(6);
    assertThat(fatima.get("/questions?with=me").at("/items")).hasSize(5);
    assertThat(anna.get("/questions?with=me").at("/items")).isEmpty();
    assertThat(anna.get("/questions?limit=100000").status()).isEqualTo(200);
    for (var wrong : new String[] {"limit=0", "limit=x", "after=x", "status=gone", "with=you"}) {
      var refused = anna.get("/questions?" + wrong);
      assertThat(refused.status()).as(wrong).isEqualTo(400);
      assertThat(refused.text("/errors/0/parameter"))
          .isEqualTo(wrong.substring(0, wrong.indexOf('=')));
    }
  }

  @Test
  void aMessageIsWrittenOnce() {
    var id = floor.ask("Kunnen we praten");
    var path = "/questions/%d/messages".formatted(id);
    var body = "{'clientId':'%s','text':'Waar zit je?'}".formatted(UUID.randomUUID());
    var first = fatima.post(path, body);
    var second = fatima.post(path, body);
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(fatima.post(path, body.replace("Waar", "Hoe")).status()).isEqualTo(409);
    assertThat(anna.post(path, "{'text':'Derde verdieping'}").status()).isEqualTo(201);
    var page = anna.get(path + "?limit=1");
    assertThat(page.text("/items/0/text")).isEqualTo("Waar zit je?");
    assertThat(page.text("/items/0/author/name")).isEqualTo("Fatima");
    assertThat(anna.get(path + "?after=" + page.text("/next")).text("/items/0/text"))
        .isEqualTo("Derde verdieping");
    assertThat(anna.get("/questions/" + id).at("/taken").asBoolean())
        .as("a power user's first word takes it")
        .isTrue();
  }

  @Test
  void whatCannotBeReadIsSaidWithItsPlace() {
    record Case(String body, int status, String pointer) {}
    for (var one :
        new Case[] {
          new Case(
              "{'system':'KEY','text':'x','stuckuntil':'2099-01-01T00:00:00Z'}",
              400,
              "/stuckuntil"),
          new Case("{'system':'KEY','text':5}", 400, "/text"),
          new Case("{'system':'KEY','text':['x']}", 400, "/text"),
          new Case("{'system':['KEY'],'text':'x'}", 400, "/system"),
          new Case("{'system':'KEY','text':'x','stuckUntil':'tomorrow'}", 400, "/stuckUntil"),
          new Case("{'system':'KEY','text':'x','stuckUntil':5}", 400, "/stuckUntil"),
          new Case("{'system':'KEY','text':'x','stuck':'yes'}", 400, "/stuck"),
          new Case("{'system':'KEY','text':'x'", 400, ""),
          new Case("[]", 400, ""),
          new Case("", 400, ""),
          new Case("null", 400, ""),
          new Case("{'system':'KEY'}", 422, "/text"),
          new Case("{'system':'KEY','text':'  '}", 422, "/text"),
          new Case("{'system':'KEY','text':'LONG'}", 422, "/text"),
          new Case("{'system':'nothing','text':'x'}", 422, "/system"),
          new Case("{'text':'x'}", 422, "/system"),
          new Case("{'system':'KEY','topic':'nothing','text':'x'}", 422, "/topic"),
          new Case("{'system':'KEY','text':'x','onBehalfOf':999999999}", 422, "/onBehalfOf"),
          new Case(
              "{'system':'KEY','text':'x','stuckUntil':'2001-01-01T00:00:00Z'}", 422, "/stuckUntil")
        }) {
      var body = one.body.replace("KEY", floor.key).replace("LONG", "x".repeat(4001));
      var refused = anna.post("/questions", body);
      assertThat(refused.status()).as(one.body + refused.response().body()).isEqualTo(one.status);
      assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
      assertThat(refused.text("/errors/0/pointer")).as(one.body).isEqualTo(one.pointer);
      assertThat(refused.text("/code")).isNotEmpty();
      assertThat(refused.text("/detail")).isNotEmpty();
    }
    assertThat(anna.post("/questions", "{}").at("/errors")).as("all at once").hasSize(2);
    assertThat(
            anna.send(
                    anna.request("/questions")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("hello")))
                .status())
        .isEqualTo(415);
  }

  @Test
  void stuckUntilASaidMomentShortensTheSteps() {
    var asked =
        anna.post(
            "/questions",
            "{'system':'%s','text':'Dit moet af','stuckUntil':'2099-01-01T09:00:00+01:00'}"
                .formatted(floor.key));
    assertThat(asked.at("/stuck").asBoolean()).isTrue();
    assertThat(asked.text("/stuckUntil")).isEqualTo("2099-01-01T08:00:00Z");
    var calm = anna.get("/questions/" + floor.ask("Geen haast"));
    assertThat(asked.text("/next/at")).isLessThan(calm.text("/next/at"));
  }

  private static List<String> steps(Client.Answer answer) {
    return answer.body().at("/route").findValuesAsString("step");
  }
}
