package nl.steunpunt.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.api.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/** Compares the description of the API with the methods and records that are the API. */
final class Description {
  private static final Map<Class<?>, String> SCALARS =
      Map.of(
          String.class, "string",
          long.class, "integer",
          Long.class, "integer",
          int.class, "integer",
          Integer.class, "integer",
          boolean.class, "boolean",
          Boolean.class, "boolean",
          double.class, "number",
          Double.class, "number");
  private static final Map<Class<?>, String> FORMATS =
      Map.of(Instant.class, "date-time", LocalDate.class, "date", UUID.class, "uuid");

  private final Contract contract;
  private final List<String> complaints = new ArrayList<>();

  Description(Contract contract) {
    this.contract = contract;
  }

  List<String> complaints() {
    return complaints;
  }

  void compare(String route, JsonNode operation, HandlerMethod method) {
    var declared = method.getMethod();
    for (var parameter : method.getMethodParameters()) {
      if (parameter.hasParameterAnnotation(RequestBody.class)
          && parameter.getParameterType().isRecord()) {
        var schema =
            contract.resolved(operation.at("/requestBody/content/application~1json/schema"));
        members(route + " body", schema, parameter.getParameterType(), false);
      }
    }
    var wanted =
        Arrays.stream(declared.getParameters())
            .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
            .map(parameter -> parameter.getName())
            .collect(Collectors.toCollection(TreeSet::new));
    var described =
        operation
            .path("parameters")
            .valueStream()
            .filter(parameter -> parameter.path("in").asString("").equals("query"))
            .map(parameter -> parameter.get("name").asString())
            .collect(Collectors.toCollection(TreeSet::new));
    same(route + " parameters", described, wanted);
    answer(route, operation, declared.getGenericReturnType());
  }

  private void answer(String route, JsonNode operation, Type type) {
    var answered =
        type instanceof ParameterizedType wrapped && wrapped.getRawType() == ResponseEntity.class
            ? wrapped.getActualTypeArguments()[0]
            : type;
    var success =
        Stream.of("200", "201")
            .map(status ->
                operation.at("/responses/" + status + "/content/application~1json/schema"))
            .filter(schema -> !schema.isMissingNode())
            .toList();
    for (var schema : success) {
      if (answered instanceof ParameterizedType slice && slice.getRawType() == Slice.class) {
        same(route, names(schema), Set.of("items", "next"));
        value(
            route + " items",
            schema.at("/properties/items/items"),
            slice.getActualTypeArguments()[0],
            false,
            true);
      } else if (answered instanceof Class<?> record && record.isRecord()) {
        value(route, schema, record, false, true);
      }
    }
  }

  private void members(String place, JsonNode schema, Class<?> record, boolean answered) {
    var wanted = new TreeSet<String>();
    for (var component : record.getRecordComponents()) {
      wanted.add(component.getName());
      aliases(component).forEach(wanted::add);
      var described = schema.path("properties").path(component.getName());
      if (!described.isMissingNode()) {
        value(
            place + "/" + component.getName(),
            described,
            component.getGenericType(),
            answered && component.getAnnotatedType().isAnnotationPresent(Nullable.class),
            answered);
      }
    }
    same(place, names(schema), wanted);
    if (answered) {
      var required =
          schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
      same(place + " required", required, wanted);
    }
  }

  private static List<String> aliases(RecordComponent component) {
    var alias = component.getAccessor().getAnnotation(JsonAlias.class);
    return alias == null ? List.of() : List.of(alias.value());
  }

  /**
   * @param answered whether a record in it is an answer, of which each member is there
   */
  private void value(
      String place, JsonNode described, Type type, boolean nullable, boolean answered) {
    var mayBeNull =
        described.path("type").valueStream().anyMatch(one -> one.asString().equals("null"))
            || described
                .path("oneOf")
                .valueStream()
                .anyMatch(one -> one.path("type").asString("").equals("null"));
    if (nullable && !mayBeNull) {
      complaints.add(place + " may be null");
    }
    var schema = contract.resolved(described.has("oneOf") ? described.at("/oneOf/0") : described);
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      value(place + "[]", schema.path("items"), list.getActualTypeArguments()[0], false, answered);
      return;
    }
    var simple = (Class<?>) type;
    if (simple == Ref.class) {
      same(place, types(schema), Set.of("integer", "string"));
    } else if (SCALARS.containsKey(simple)) {
      same(place, types(schema), Set.of(SCALARS.get(simple)));
    } else if (FORMATS.containsKey(simple)) {
      same(place, Set.of(schema.path("format").asString("")), Set.of(FORMATS.get(simple)));
    } else if (simple.isEnum()) {
      same(
          place,
          schema
              .path("enum")
              .valueStream()
              .filter(word -> !word.isNull())
              .map(JsonNode::asString)
              .collect(Collectors.toSet()),
          Arrays.stream(simple.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
              .collect(Collectors.toSet()));
    } else if (simple.isRecord()) {
      members(place, schema, simple, answered);
    } else {
      complaints.add(place + " is a " + simple);
    }
  }

  private static Set<String> types(JsonNode schema) {
    var type = schema.path("type");
    var all = type.isArray() ? type.valueStream() : Stream.of(type);
    return all.map(one -> one.asString(""))
        .filter(one -> !one.equals("null"))
        .collect(Collectors.toSet());
  }

  private static Set<String> names(JsonNode schema) {
    return new TreeSet<>(schema.path("properties").propertyNames());
  }

  private void same(String place, Set<String> described, Set<String> wanted) {
    if (!described.equals(wanted)) {
      complaints.add(place + " is described as " + described + " and is " + wanted);
    }
  }
}
