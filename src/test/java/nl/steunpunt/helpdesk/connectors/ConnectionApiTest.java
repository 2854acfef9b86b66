package nl.steunpunt.helpdesk.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import nl.steunpunt.world.Colleague;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Connections by a program: the same rules as on the administrator's page. */
class ConnectionApiTest extends WithPretendTracker {
  private static final JsonMapper JSON = new JsonMapper();

  private MvcTestResult send(Colleague who, HttpMethod method, String path, String body) {
    return world
        .api()
        .method(method)
        .uri("/api/v1/connections" + path)
        .header("Authorization", "Bearer " + world.token(who))
        .contentType("application/json")
        .content(body)
        .exchange();
  }

  private MvcTestResult post(String path, String body) {
    return send(world.willemijn(), HttpMethod.POST, path, body);
  }

  private static JsonNode read(MvcTestResult reply) throws UnsupportedEncodingException {
    return JSON.readTree(reply.getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  private String wish(String more) {
    return """
    {"name": "Servicedesk", "kind": "request_tracker", "address": "%s", "key": "geheim", "speaker": "%s",
     "place": "Support"%s}
    """
        .formatted(address(), world.chantal().email(), more);
  }

  @Test
  void aConnectionIsMadeTestedSwitchedOnAndUsed() throws Exception {
    var made =
        post(
            "",
            wish(
                """
                , "fields": ["Salaris = topic"], "statuses": ["open = open", "resolved = closed"]\
                """));
    assertThat(made).hasStatus(201);
    var one = read(made);
    var path = "/" + one.path("id").asLong();
    assertThat(made.getResponse().getHeader("Location")).isEqualTo("/api/v1/connections" + path);
    assertThat(one.path("active").asBoolean()).isFalse();
    assertThat(one.path("statuses").path(1).asString()).isEqualTo("resolved = closed");
    assertThat(one.toString()).doesNotContain("geheim");

    var trial = read(post(path + "/test", ""));
    assertThat(trial.path("works").asBoolean()).isTrue();
    assertThat(trial.path("product").asString()).isEqualTo("Request Tracker 5.0.3");
    assertThat(trial.path("missing").path(0).path("what").asString()).isEqualTo("field");
    assertThat(trial.path("missing").path(0).path("named").asString()).isEqualTo("Salaris");

    assertThat(read(post(path + "/activity", "{}")).path("active").asBoolean()).isTrue();
    handedOver();
    exchange();
    var listed = read(send(world.willemijn(), HttpMethod.GET, "", "")).path("items").path(0);
    assertThat(listed.path("tickets").asInt()).isEqualTo(1);

    var changed =
        send(
            world.willemijn(),
            HttpMethod.PUT,
            path,
            wish("").replace("\"geheim\"", "null").replace("Servicedesk", "Anders"));
    assertThat(read(changed).path("name").asString()).isEqualTo("Anders");
    assertThat(read(changed).path("fields")).isEmpty();
    assertThat(read(post(path + "/test", "")).path("works").asBoolean()).isTrue();

    assertThat(post(path + "/removal", "")).hasStatus(204);
    assertThat(send(world.willemijn(), HttpMethod.GET, path, "")).hasStatus(404);
  }

  @Test
  void whatCannotBeIsSaidWithItsPlace() throws Exception {
    refused(wish("").replace("request_tracker", "jira"), "/kind");
    refused(wish("").replace(address(), "https://elders.example"), "/address");
    refused(wish("").replace("\"geheim\"", "null"), "/key");
    refused(wish("").replace(world.chantal().email(), world.sanne().email()), "/speaker");
    refused(wish(", \"statuses\": [\"open = misschien\"]"), "/statuses");
    refused(wish("").replace("Servicedesk", " "), "/name");
  }

  @Test
  void theKeyGoesToNoOtherAddressUnasked() throws Exception {
    var id = read(post("", wish(""))).path("id").asLong();
    var moved = wish("").replace("\"geheim\"", "null").replace(address(), "https://rt.example.org");
    var reply = send(world.willemijn(), HttpMethod.PUT, "/" + id, moved);
    assertThat(reply).hasStatus(422);
    assertThat(read(reply).path("errors").path(0).path("pointer").asString()).isEqualTo("/key");
  }

  @Test
  void theSecondOfTwoWhoChangeOneIsTold() throws Exception {
    var one = read(post("", wish("")));
    var path = "/" + one.path("id").asLong();
    var seen = wish(", \"version\": " + one.path("version").asInt()).replace("\"geheim\"", "null");
    assertThat(send(world.willemijn(), HttpMethod.PUT, path, seen)).hasStatusOk();
    var late = send(world.willemijn(), HttpMethod.PUT, path, seen.replace("Servicedesk", "Anders"));
    assertThat(late).hasStatus(409);
    assertThat(read(late).path("code").asString()).isEqualTo("connector.refused.changed");
    assertThat(read(send(world.willemijn(), HttpMethod.GET, path, "")).path("name").asString())
        .isEqualTo("Servicedesk");
  }

  private void refused(String wish, String where) throws Exception {
    var reply = post("", wish);
    assertThat(reply).as(where).hasStatus(422);
    assertThat(read(reply).path("errors").path(0).path("pointer").asString()).isEqualTo(where);
  }

  @Test
  void aKeyThatIsNotGoodIsATestThatFails() throws Exception {
    var one = read(post("", wish("").replace("geheim", "fout")));
    var trial = read(post("/" + one.path("id").asLong() + "/test", ""));
    assertThat(trial.path("works").asBoolean()).isFalse();
    assertThat(trial.path("trouble").asString()).isEqualTo("connector.trouble.key");
  }

  @Test
  void itIsTheAdministratorsAlone() {
    assertThat(send(world.pieter(), HttpMethod.GET, "", "")).hasStatus(404);
    assertThat(send(world.pieter(), HttpMethod.POST, "", wish(""))).hasStatus(404);
  }
}
