package nl.steunpunt.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.steunpunt.rules.Belongings.Made;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every member of every body that the API describes, with all that is nasty and of each wrong type,
 * and bodies that are none: done, or refused as a problem in words.
 */
@SteunpuntTest
class BadBodiesTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static final List<String> WRONG_TYPES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e999",
          "123456789012345678901234567890",
          "[]",
          "{}",
          "[{}]",
          "\"\\ud83d half\"",
          "\"\\u0000\"",
          "[".repeat(400) + "]".repeat(400));

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Autowired World world;
  @Autowired Belongings belongings;
  @Autowired PlatformTransactionManager transactions;

  private final Map<String, String> wrong = new TreeMap<>();
  private int sent;

  private static JsonNode document() {
    return JSON.readTree(
        BadBodiesTest.class.getResourceAsStream("/nl/steunpunt/platform/api/openapi.json"));
  }

  private List<Route> routes() {
    return Route.all(mapping).stream()
        .filter(route -> route.isApi() && route.method() != HttpMethod.GET)
        .toList();
  }

  /** What the description says that this route reads; missing when it reads no JSON. */
  private static JsonNode schema(JsonNode document, Route route) {
    var schema =
        document.at(
            "/paths/%s/%s/requestBody/content/application~1json/schema"
                .formatted(
                    route.pattern().substring("/api/v1".length()).replace("/", "~1"),
                    route.method().name().toLowerCase(java.util.Locale.ROOT)));
    return schema.has("$ref") ? document.at(schema.get("$ref").asString().substring(1)) : schema;
  }

  private ObjectNode example(JsonNode schema) {
    return (ObjectNode)
        JSON.readTree(
            schema
                .at("/examples/0")
                .toString()
                .replaceAll("\\w+@novum.example", world.joost().email()));
  }

  private void send(Route route, Made made, byte[] body, String what) {
    var aside = new TransactionTemplate(transactions);
    aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    aside.executeWithoutResult(work -> {
      work.setRollbackOnly();
      var answer =
          world
              .api()
              .method(route.method())
              .uri(made.address(route))
              .header(
                  HttpHeaders.AUTHORIZATION, "Bearer " + world.token(belongings.admitted(route)))
              .header("Content-Type", "application/json")
              .content(body)
              .exchange()
              .getResponse();
      sent++;
      try {
        judge(route.name() + " " + what, answer);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    });
  }

  private void judge(String place, MockHttpServletResponse answer) throws IOException {
    var body = answer.getContentAsString();
    if (answer.getStatus() >= 500) {
      wrong.put(place, "answers " + answer.getStatus() + " " + body);
    } else if (answer.getStatus() >= 400) {
      var problem =
          Objects.toString(answer.getContentType(), "").startsWith("application/problem+json")
              ? JSON.readTree(body)
              : JSON.createObjectNode();
      if (problem.path("detail").asString("").isBlank()
          || problem.path("title").asString("").isBlank()) {
        wrong.put(place, "is no problem in words: " + answer.getStatus() + " " + body);
      }
      if (body.contains("Exception") || body.contains("nl.steunpunt") || body.contains("jackson")) {
        wrong.put(place, "tells how it is made: " + body);
      }
    }
  }

  @Test
  void everyMemberOfEveryBody() {
    var made = belongings.make();
    var document = document();
    var bodies = 0;
    for (var route : routes()) {
      var schema = schema(document, route);
      if (schema.isMissingNode() || !schema.has("examples")) {
        continue;
      }
      bodies++;
      for (var member : schema.get("properties").propertyNames()) {
        var random = Nasty.at(route.name() + member);
        var values = new ArrayList<>(WRONG_TYPES);
        for (var nasty : Nasty.of(String.class, random)) {
          values.add(JSON.writeValueAsString(nasty.text(random)));
        }
        for (var value : values) {
          var body = example(schema);
          body.put(member, "THE MEMBER");
          var text = JSON.writeValueAsString(body).replace("\"THE MEMBER\"", value);
          send(
              route,
              made,
              text.getBytes(UTF_8),
              member + " " + value.substring(0, Math.min(40, value.length())));
        }
      }
    }
    assertThat(wrong).as("seed " + Nasty.SEED).isEmpty();
    assertThat(bodies).isGreaterThan(15);
    assertThat(sent).isGreaterThan(800);
  }

  @Test
  void bodiesThatAreNone() {
    var made = belongings.make();
    var torn =
        List.of(
            "",
            "null",
            "[]",
            "7",
            "\"text\"",
            "{",
            "{\"a\":1}",
            "{\"text\":\"a\",\"text\":\"b\"}",
            "<x/>");
    for (var route : routes()) {
      for (var body : torn) {
        send(route, made, body.getBytes(UTF_8), body);
      }
      send(route, made, "[".repeat(100_000).getBytes(UTF_8), "deep");
      send(route, made, ("{\"a\":".repeat(40_000) + "1").getBytes(UTF_8), "deep objects");
      send(
          route,
          made,
          new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'},
          "broken UTF-8");
      send(route, made, new byte[] {(byte) 0xFE, (byte) 0xFF, 0, '{', 0, '}'}, "UTF-16");
      send(route, made, new byte[] {0, 1, 2, 3}, "bytes");
      send(route, made, new byte[300_000], "too large");
    }
    assertThat(wrong).isEmpty();
    assertThat(sent).isGreaterThan(300);
  }
}
