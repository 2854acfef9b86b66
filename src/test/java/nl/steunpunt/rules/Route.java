package nl.steunpunt.rules;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.steunpunt.people.access.AccessRule;
import nl.steunpunt.people.access.AccessTable;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One of the product's routes, from Spring's own mappings, with what it takes. */
record Route(HttpMethod method, String pattern, Method handler) {

  /**
   * One of the values that a form or a query brings.
   *
   * @param type of one of them, where it brings several
   */
  record Field(String name, Class<?> type) {}

  /** Spring's own, which only an error inside the server reaches, is not among them. */
  static List<Route> all(RequestMappingHandlerMapping mapping) {
    var routes = new ArrayList<Route>();
    mapping
        .getHandlerMethods()
        .forEach((info, handler) -> {
          for (var pattern : info.getPatternValues()) {
            for (var method : info.getMethodsCondition().getMethods()) {
              routes.add(new Route(method.asHttpMethod(), pattern, handler.getMethod()));
            }
          }
        });
    routes.removeIf(route -> route.pattern.equals("/error"));
    routes.sort(Comparator.comparing(Route::name));
    return routes;
  }

  /** As the access table has it. */
  String name() {
    return method + " " + pattern;
  }

  AccessRule rule() {
    return AccessTable.RULES.stream()
        .filter(rule -> rule.route().equals(name()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name() + " is in no access table"));
  }

  boolean isApi() {
    return pattern.startsWith("/api/");
  }

  /** It goes on for ever. */
  boolean isStream() {
    return pattern.endsWith("/events");
  }

  /** Files are not among them. */
  List<Field> fields() {
    return Arrays.stream(handler.getParameters())
        .flatMap(parameter -> {
          if (parameter.isAnnotationPresent(ModelAttribute.class)) {
            return Arrays.stream(parameter.getType().getRecordComponents())
                .map(part -> new Field(part.getName(), one(part.getGenericType())));
          }
          return parameter.isAnnotationPresent(RequestParam.class)
              ? Stream.of(new Field(name(parameter), one(parameter.getParameterizedType())))
              : Stream.of();
        })
        .filter(field -> field.type != MultipartFile.class)
        .toList();
  }

  /** What the address or the form calls it. */
  static String name(Parameter parameter) {
    var inForm = parameter.getAnnotation(RequestParam.class);
    var inAddress = parameter.getAnnotation(PathVariable.class);
    var said = inForm != null ? inForm.value() : inAddress != null ? inAddress.value() : "";
    return said.isEmpty() ? parameter.getName() : said;
  }

  private static Class<?> one(Type type) {
    return switch (type) {
      case Class<?> plain -> plain;
      case ParameterizedType several
          when several.getRawType() instanceof Class<?> raw
              && Collection.class.isAssignableFrom(raw) ->
          one(several.getActualTypeArguments()[0]);
      case ParameterizedType other -> one(other.getRawType());
      default -> String.class;
    };
  }
}
