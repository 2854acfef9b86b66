package nl.steunpunt.issues.register;

import org.springframework.web.util.UriComponentsBuilder;

/** Reads back what {@link Wish#query} wrote; what is none of its words says nothing. */
final class Query {
  private Query() {}

  static Wish wish(String query) {
    var read = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
    java.util.function.UnaryOperator<String> of =
        name -> {
          var value = read.getFirst(name);
          return value == null ? "" : decoded(value);
        };
    return new Wish(
        of.apply("q"),
        of.apply("status"),
        of.apply("system"),
        of.apply("topic"),
        of.apply("severity"),
        of.apply("owner"),
        of.apply("mine"),
        of.apply("workaround"),
        of.apply("release"));
  }

  private static String decoded(String value) {
    try {
      return java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return "";
    }
  }
}
