package nl.steunpunt.network.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way of a mandate, by programs alone. */
@SteunpuntTest
class MandateApiTest {
  @Autowired World world;
  @Autowired MandateWorld mandates;
  @Autowired JsonMapper json;

  @BeforeEach
  void lotteReportsToNoor() {
    mandates.reportsTo(world.lotte(), world.noor());
  }

  private MvcTestResult get(Colleague who, String path) {
    return send(HttpMethod.GET, who, path, null);
  }

  private MvcTestResult post(Colleague who, String path, String body) {
    return send(HttpMethod.POST, who, path, body);
  }

  private MvcTestResult send(
      HttpMethod method,
      Colleague who,
      String path,
      @org.jspecify.annotations.Nullable String body) {
    var request =
        world
            .api()
            .method(method)
            .uri("/api/v1/mandates" + path)
            .header("Authorization", "Bearer " + world.token(who));
    return body == null
        ? request.exchange()
        : request.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
  }

  private JsonNode body(MvcTestResult answer) {
    try {
      return json.readTree(answer.getResponse().getContentAsString());
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private String proposed() {
    var made =
        post(
            world.marieke(),
            "",
            """
            {"person": "%s", "system": "erp", "sharePercent": 15, "relief": "De ritlijst",
             "departments": ["Logistiek/Transport"]}
            """
                .formatted(world.lotte().email()));
    assertThat(made).hasStatus(201);
    return "/" + body(made).get("id").asLong();
  }

  private String pointer(MvcTestResult answer) {
    return body(answer).get("errors").get(0).get("pointer").asString();
  }

  @Test
  void fromProposalToItsEnd() {
    var it = proposed();
    assertThat(post(world.lotte(), it + "/agreement", "{\"agrees\": true}")).hasStatusOk();
    assertThat(post(world.noor(), it + "/decision", "{\"decision\": \"agree\"}")).hasStatusOk();
    assertThat(post(world.erik(), it + "/recording", "{}")).hasStatusOk();
    assertThat(post(world.erik(), it + "/recording", "{}")).hasStatus(409);
    assertThat(post(world.marieke(), it + "/renewal", "{}")).hasStatusOk();
    assertThat(post(world.noor(), it + "/decision", "{\"decision\": \"agree\"}")).hasStatusOk();
    assertThat(post(world.noor(), it + "/ending", "{\"version\": 1, \"words\": \"Te druk\"}"))
        .as("of what was seen before it changed")
        .hasStatus(409);
    assertThat(post(world.lotte(), it + "/ending", "{\"words\": \"Andere baan\"}")).hasStatusOk();
    var shown = body(get(world.lotte(), it));
    assertThat(shown.get("mandate").get("stage").asString()).isEqualTo("ended");
    assertThat(shown.get("history").findValuesAsString("kind"))
        .containsExactly(
            "proposed",
            "candidate_agreed",
            "asked",
            "agreed",
            "recorded",
            "renewal_due",
            "asked",
            "renewed",
            "ended");
  }

  @Test
  void itIsForWhomItConcernsAndHrOnceItIsAgreed() {
    var it = proposed();
    for (var other : new Colleague[] {world.sanne(), world.noor(), world.erik(), world.pieter()}) {
      assertThat(get(other, it)).hasStatus(404);
    }
    assertThat(post(world.sanne(), it + "/agreement", "{\"agrees\": true}")).hasStatus(404);
    post(world.lotte(), it + "/agreement", "{\"agrees\": true}");
    assertThat(get(world.noor(), it)).hasStatusOk();
    assertThat(get(world.erik(), it)).hasStatus(404);
    assertThat(post(world.marieke(), it + "/decision", "{\"decision\": \"agree\"}"))
        .as("the lead does not decide")
        .hasStatus(404);
    post(world.noor(), it + "/decision", "{\"decision\": \"agree\"}");
    assertThat(get(world.erik(), it)).hasStatusOk();
    assertThat(body(get(world.sanne(), "")).get("items")).isEmpty();
  }

  /** What a manager wrote with another share is between those whom it concerns. */
  @Test
  void hrReadsWhatWasAgreedAndNotWhatWasSaidOnTheWay() {
    var it = proposed();
    post(world.lotte(), it + "/agreement", "{\"agrees\": true}");
    post(world.noor(), it + "/decision", "{\"decision\": \"agree\"}");
    post(world.marieke(), it + "/renewal", "{}");
    assertThat(
            post(
                world.noor(),
                it + "/decision",
                "{\"decision\": \"other_share\", \"sharePercent\": 5, \"reason\": \"Zij is al te druk\"}"))
        .hasStatusOk();
    assertThat(get(world.lotte(), it)).bodyText().contains("Zij is al te druk");
    assertThat(get(world.marieke(), "")).bodyText().contains("Zij is al te druk");
    assertThat(get(world.erik(), it)).bodyText().contains("De ritlijst").doesNotContain("te druk");
    assertThat(get(world.erik(), "?person=" + world.lotte().email()))
        .bodyText()
        .contains("De ritlijst")
        .doesNotContain("te druk");
  }

  @Test
  void aRefusalPointsAtItsMember() {
    var it = proposed();
    assertThat(pointer(post(world.lotte(), it + "/agreement", "{}"))).isEqualTo("/agrees");
    post(world.lotte(), it + "/agreement", "{\"agrees\": true}");
    assertThat(pointer(post(world.noor(), it + "/decision", "{}"))).isEqualTo("/decision");
    assertThat(pointer(post(world.noor(), it + "/decision", "{\"decision\": \"decline\"}")))
        .isEqualTo("/reason");
    assertThat(
            pointer(
                post(
                    world.noor(),
                    it + "/decision",
                    "{\"decision\": \"other_share\", \"sharePercent\": 40}")))
        .isEqualTo("/reason");
    assertThat(
            pointer(
                post(
                    world.noor(),
                    it + "/decision",
                    "{\"decision\": \"other_share\", \"sharePercent\": 70}")))
        .isEqualTo("/sharePercent");
    assertThat(pointer(post(world.noor(), it + "/ending", "{}"))).isEqualTo("/words");
    assertThat(post(world.noor(), it + "/decision", "{\"decision\": \"agree\", \"version\": 1}"))
        .as("of what was seen before it changed")
        .hasStatus(409);
    assertThat(mandates.stage(new nl.steunpunt.network.MandateId(Long.parseLong(it.substring(1)))))
        .isEqualTo("manager_asked");
  }
}
