package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.api.Workplace.Floor;
import nl.steunpunt.network.Constituencies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Loes leads a floor where Fatima helps everybody and Joost is the deputy. */
@ApiTest
class CoverApiTest {
  @Autowired Workplace workplace;
  @Autowired Constituencies constituencies;
  Floor floor;
  Client loes;

  @BeforeEach
  void floor() {
    floor = workplace.floor();
    loes = workplace.client(floor.loes);
  }

  private Client.Answer cover(String by, String more) {
    return loes.get("/cover?by=" + by + "&system=" + floor.key + more);
  }

  private long after(long id) {
    return id - 1;
  }

  @Test
  void byDepartmentAndLocationEachIsCounted() {
    var department =
        cover("department", "&limit=1&after=" + after(floor.department)).at("/items/0");
    assertThat(department.at("/name").asString()).isEqualTo("Dep-" + floor.key);
    assertThat(department.at("/people").asInt()).isEqualTo(5);
    assertThat(department.at("/withoutPowerUser").asInt()).isZero();
    assertThat(department.at("/withoutDeputy").asInt()).isZero();
    assertThat(department.at("/peoplePerPowerUser").asInt()).isEqualTo(3);
    assertThat(department.at("/target").asInt()).isEqualTo(20);
    assertThat(department.at("/state").asString()).isEqualTo("covered");
    var location = cover("location", "&limit=1&after=" + after(floor.location)).at("/items/0");
    assertThat(location.at("/name").asString()).isEqualTo("Loc-" + floor.key);
    assertThat(location.at("/people").asInt()).isEqualTo(5);
  }

  @Test
  void whoHasNobodyIsAHole() {
    workplace
        .sql
        .sql(
            "delete from network.constituency_rule r using network.mandate m where m.id = r.mandate_id and m.system_id = ?")
        .param(floor.system.value())
        .update();
    constituencies.recomputeFor(floor.system);
    var it = cover("department", "&limit=1&after=" + after(floor.department)).at("/items/0");
    assertThat(it.at("/state").asString()).isEqualTo("hole");
    assertThat(it.at("/withoutPowerUser").asInt()).isEqualTo(5);
    assertThat(it.at("/peoplePerPowerUser").asInt()).as("two who help nobody").isEqualTo(3);
  }

  @Test
  void aTopicSaysHowManyKnowIt() {
    var topics = cover("topic", "");
    assertThat(topics.at("/items")).hasSize(1);
    assertThat(topics.text("/items/0/name")).isEqualTo("log-in");
    assertThat(topics.at("/items/0/knowers").asInt()).isZero();
    assertThat(topics.text("/items/0/state")).isEqualTo("hole");
    assertThat(topics.at("/items/0/critical").asBoolean()).isTrue();
    assertThat(topics.at("/next").isNull()).isTrue();
  }

  @Test
  void comesInPagesAndRefusesWhatIsNothing() {
    workplace.floor();
    var first = cover("department", "&limit=1");
    assertThat(first.at("/items")).hasSize(1);
    var second = cover("department", "&limit=1&after=" + first.text("/next"));
    assertThat(second.at("/items/0/id").asLong()).isGreaterThan(first.at("/items/0/id").asLong());
    assertThat(cover("floor", "").status()).isEqualTo(400);
    assertThat(loes.get("/cover?system=nothing").status()).isEqualTo(400);
    assertThat(loes.get("/cover?after=x").status()).isEqualTo(400);
    assertThat(loes.get("/cover").status()).isEqualTo(200);
  }

  @Test
  void isForTheNetworkLead() {
    assertThat(workplace.client(floor.fatima).get("/cover").status()).isEqualTo(404);
    assertThat(workplace.client(floor.olga).get("/cover").status()).isEqualTo(404);
    assertThat(workplace.nobody().get("/cover").status()).isEqualTo(401);
  }
}
