package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.api.Workplace.Colleague;
import nl.steunpunt.api.Workplace.Floor;
import nl.steunpunt.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Anna is proposed by Loes, decided about by Olga, and recorded by Rita of HR. */
@ApiTest
class MandateApiTest {
  @Autowired Workplace workplace;
  Floor floor;
  Client anna;
  Client loes;
  Client olga;
  Client rita;

  @BeforeEach
  void floor() {
    floor = workplace.floor();
    Colleague hr = floor.hire("Rita", Role.HR);
    workplace
        .sql
        .sql("update people.person set manager_id = :olga where id = :anna")
        .param("olga", floor.olga.id())
        .param("anna", floor.anna.id())
        .update();
    anna = workplace.client(floor.anna);
    loes = workplace.client(floor.loes);
    olga = workplace.client(floor.olga);
    rita = workplace.client(hr);
  }

  private Client.Answer propose(int share) {
    return loes.post(
        "/mandates",
        "{'person':'%s','system':'%s','sharePercent':%d,'departments':[%d]}"
            .formatted(floor.anna.email(), floor.key, share, floor.department));
  }

  @Test
  void fromProposalToRecordedWithItsHistory() {
    var made = propose(15);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("/stage")).isEqualTo("proposed");
    assertThat(made.text("/state")).isEqualTo("waiting");
    var path = "/mandates/" + made.id();
    assertThat(propose(15).status()).isEqualTo(409);
    assertThat(olga.post(path + "/decision", "{'decision':'agree'}").status())
        .as("nobody has asked Olga yet")
        .isEqualTo(404);

    assertThat(olga.post(path + "/agreement", "{'agrees':true}").status()).isEqualTo(404);
    var yes = anna.post(path + "/agreement", "{'agrees':true}");
    assertThat(yes.text("/stage")).isEqualTo("manager_asked");
    assertThat(yes.text("/state")).isEqualTo("provisional");
    assertThat(yes.text("/decider")).isEqualTo("Olga");
    assertThat(rita.get(path).status()).as("not agreed: not HR's").isEqualTo(404);

    var version = yes.at("/version").asInt();
    var old =
        olga.post(
            path + "/decision",
            "{'decision':'decline','reason':'nee','version':%d}".formatted(version - 1));
    assertThat(old.status()).isEqualTo(409);
    assertThat(old.text("/code")).isEqualTo("mandate.refused.changed");
    assertThat(olga.post(path + "/decision", "{'decision':'decline'}").text("/code"))
        .isEqualTo("mandate.refused.reason");
    assertThat(
            olga.post(path + "/decision", "{'decision':'other_share','sharePercent':60}").status())
        .isEqualTo(422);
    assertThat(anna.post(path + "/decision", "{'decision':'agree'}").status()).isEqualTo(404);
    var agreed =
        olga.post(path + "/decision", "{'decision':'agree','version':%d}".formatted(version));
    assertThat(agreed.text("/stage")).isEqualTo("agreed");
    assertThat(agreed.text("/toRecord")).isEqualTo("start");
    assertThat(olga.post(path + "/decision", "{'decision':'agree'}").status()).isEqualTo(409);

    assertThat(loes.post(path + "/recording").status()).isEqualTo(404);
    assertThat(rita.post(path + "/recording").at("/toRecord").isNull()).isTrue();
    assertThat(rita.post(path + "/recording").status()).isEqualTo(409);
    assertThat(loes.post(path + "/renewal").text("/stage")).isEqualTo("renewal_due");
    assertThat(rita.get(path).at("/history").findValuesAsString("kind"))
        .containsExactly(
            "proposed", "candidate_agreed", "asked", "agreed", "recorded", "renewal_due", "asked");

    var ended = anna.post(path + "/ending", "{'words':'Andere functie'}");
    assertThat(ended.text("/state")).isEqualTo("ended");
    assertThat(rita.get(path).response().body())
        .as("why is not HR's")
        .doesNotContain("Andere functie");
    assertThat(loes.get(path).response().body()).contains("Andere functie");
    assertThat(anna.post(path + "/ending", "{}").status()).isEqualTo(409);
  }

  @Test
  void eachSeesWhatConcernsThem() {
    var id = propose(15).id();
    assertThat(anna.get("/mandates?system=" + floor.key).at("/items")).hasSize(1);
    assertThat(loes.get("/mandates?system=" + floor.key).at("/items")).hasSize(3);
    assertThat(loes.get("/mandates?stage=proposed&system=" + floor.key).at("/items/0/id").asLong())
        .isEqualTo(id);
    assertThat(loes.get("/mandates?stage=nonsense").status()).isEqualTo(400);
    var first = loes.get("/mandates?limit=1&system=" + floor.key);
    assertThat(first.text("/next")).isNotEmpty();
    var bram = workplace.client(floor.bram);
    assertThat(bram.get("/mandates").at("/items")).isEmpty();
    assertThat(bram.get("/mandates/" + id).status()).isEqualTo(404);
    assertThat(bram.post("/mandates/" + id + "/ending", "{}").status()).isEqualTo(404);
    assertThat(bram.post("/mandates", "{}").status()).isEqualTo(404);
  }

  @Test
  void aProposalIsHeldToTheSettings() {
    assertThat(loes.post("/mandates", "{}").at("/errors").findValuesAsString("pointer"))
        .contains("/person", "/system", "/sharePercent");
    assertThat(propose(4).text("/errors/0/pointer")).isEqualTo("/sharePercent");
    assertThat(propose(30).text("/errors/0/pointer")).isEqualTo("/shareReason");
    var nowhere =
        loes.post(
            "/mandates",
            "{'person':'%s','system':'%s','sharePercent':15,'locations':['Nergens']}"
                .formatted(floor.anna.email(), floor.key));
    assertThat(nowhere.text("/errors/0/pointer")).isEqualTo("/locations/0");
  }
}
