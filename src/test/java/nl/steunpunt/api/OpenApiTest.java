package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description is true: it has the routes that Spring has, the members that the records have,
 * and examples that it would accept itself. Each answer in the other tests is held to it as well
 * ({@link Client}).
 */
@ApiTest
class OpenApiTest {
  private static final String ROOT = "/api/v1";

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired Workplace workplace;

  private TreeMap<String, HandlerMethod> routes() {
    var routes = new TreeMap<String, HandlerMethod>();
    mappings
        .getHandlerMethods()
        .forEach((info, method) ->
            info.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith(ROOT + "/"))
                .forEach(pattern ->
                    info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb ->
                            routes.put(verb + " " + pattern.substring(ROOT.length()), method))));
    return routes;
  }

  private List<String> complaints(Contract contract) {
    var description = new Description(contract);
    var described = new TreeSet<String>();
    contract
        .document()
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue().propertyNames().stream()
                .filter(verb -> !verb.equals("parameters"))
                .forEach(verb ->
                    described.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
    var routes = routes();
    if (!described.equals(routes.keySet())) {
      var missing = new TreeSet<>(routes.keySet());
      missing.removeAll(described);
      described.removeAll(routes.keySet());
      description.complaints().add("not described: " + missing + ", no route: " + described);
    }
    routes.forEach((route, method) -> {
      var parts = route.split(" ");
      var operation =
          contract
              .document()
              .get("paths")
              .path(parts[1])
              .path(parts[0].toLowerCase(java.util.Locale.ROOT));
      if (!operation.isMissingNode()) {
        description.compare(route, operation, method);
      }
    });
    return description.complaints();
  }

  @Test
  void theDescriptionIsTrue() {
    assertThat(complaints(Contract.written())).isEmpty();
  }

  @Test
  void theExamplesAreValid() {
    assertThat(Contract.written().wrongExamples()).isEmpty();
  }

  @Test
  void itIsServedToAnyone() {
    var served = workplace.nobody().get("/openapi.json");
    assertThat(served.status()).isEqualTo(200);
    assertThat(served.body()).isEqualTo(Contract.written().document());
    assertThat(served.text("/openapi")).startsWith("3.1.");
  }

  /** A description that is not true is found out. */
  @Test
  void whatIsNotTrueIsSeen() {
    assertThat(broken(it -> at(it, "/paths").remove("/me"))).contains("GET /me");
    assertThat(broken(it -> at(it, "/paths").putObject("/more").putObject("get")))
        .contains("/more");
    assertThat(broken(it -> at(it, "/components/schemas/Question/properties").remove("powerUser")))
        .contains("powerUser");
    assertThat(
            broken(it -> at(it, "/components/schemas/NewQuestion/properties").remove("stuckUntil")))
        .contains("stuckUntil");
    assertThat(
            broken(it -> at(it, "/components/schemas/Message/properties/at").put("format", "date")))
        .contains("date-time");
    assertThat(
            broken(it ->
                ((ArrayNode) it.at("/components/schemas/Question/properties/status/enum"))
                    .remove(0)))
        .contains("with_power_user");
    assertThat(
            broken(
                it -> at(it, "/components/schemas/System/properties/liveOn").put("type", "string")))
        .contains("may be null");
    assertThat(broken(it -> ((ArrayNode) it.at("/paths/~1questions/get/parameters")).remove(0)))
        .contains("status");

    var contract =
        altered(it -> at(it, "/components/schemas/NewTopic/examples/0").put("name", "x"));
    assertThat(contract.wrongExamples()).hasSize(1);
    assertThat(Contract.written().complaints("GET", "/me", 200, "application/json", "{}"))
        .isNotEmpty();
    assertThat(Contract.written().complaints("GET", "/me", 418, "application/json", "{}"))
        .isNotEmpty();
  }

  private String broken(Consumer<ObjectNode> change) {
    return complaints(altered(change)).toString();
  }

  private static Contract altered(Consumer<ObjectNode> change) {
    var document = (ObjectNode) Contract.written().document();
    change.accept(document);
    return new Contract(document);
  }

  private static ObjectNode at(ObjectNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }
}
