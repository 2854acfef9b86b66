package nl.steunpunt.api;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the description of the API promises, and whether an answer keeps it. */
final class Contract {
  private static final JsonMapper JSON = new JsonMapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final JsonNode document;
  private final Map<JsonNode, com.networknt.schema.Schema> known = new ConcurrentHashMap<>();

  Contract(JsonNode document) {
    this.document = document;
  }

  static Contract written() {
    try (var file = Contract.class.getResourceAsStream("/nl/steunpunt/platform/api/openapi.json")) {
      return new Contract(JSON.readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode document() {
    return document;
  }

  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
  }

  /** What is wrong with this value, held against a schema of the document. */
  List<String> complaints(JsonNode schema, JsonNode value) {
    return known.computeIfAbsent(schema, this::compiled).validate(value).stream()
        .map(Object::toString)
        .toList();
  }

  private com.networknt.schema.Schema compiled(JsonNode schema) {
    var whole = (ObjectNode) schema.deepCopy();
    whole.set("components", document.get("components"));
    return SCHEMAS.getSchema(whole);
  }

  /**
   * What is wrong with this answer.
   *
   * @param path without /api/v1 and query; one that the document does not have is nobody's business
   */
  List<String> complaints(String method, String path, int status, String type, String body) {
    var operation = operation(method, path);
    if (operation.isEmpty()) {
      return List.of();
    }
    var responses = operation.get().get("responses");
    var response =
        resolved(responses.path(responses.has("" + status) ? "" + status : status / 100 + "XX"));
    var place = method + " " + path + " " + status + ": ";
    if (response.isMissingNode()) {
      return List.of(place + "is not described");
    }
    if (!response.has("content")) {
      return body.isEmpty() ? List.of() : List.of(place + "has a body that is not described");
    }
    var content = response.get("content").get(type.split(";")[0]);
    if (content == null) {
      return List.of(place + "comes as " + type);
    }
    return complaints(content.get("schema"), JSON.readTree(body)).stream()
        .map(complaint -> place + complaint)
        .toList();
  }

  private Optional<JsonNode> operation(String method, String path) {
    var verb = method.toLowerCase(java.util.Locale.ROOT);
    var paths = document.get("paths");
    if (paths.has(path) && paths.get(path).has(verb)) {
      return Optional.of(paths.get(path).get(verb));
    }
    return paths.properties().stream()
        .filter(one -> path.matches(one.getKey().replaceAll("\\{[^}]*}", "\\\\d+")))
        .filter(one -> one.getValue().has(verb))
        .map(one -> one.getValue().get(verb))
        .findFirst();
  }

  /** Examples that do not keep to the schema beside them. */
  List<String> wrongExamples() {
    var wrong = new ArrayList<String>();
    document
        .at("/components/schemas")
        .properties()
        .forEach(one ->
            one.getValue()
                .path("examples")
                .forEach(example ->
                    complaints(one.getValue(), example)
                        .forEach(complaint -> wrong.add(one.getKey() + ": " + complaint))));
    return wrong;
  }
}
