package nl.steunpunt.platform.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The styles of an SVG as attributes of what they are for: rules for a class, an element or an id,
 * as drawing programs write them. Other selectors are left out.
 */
final class SvgStyles {
  private static final int MOST_RULES = 300;
  private static final Pattern SIMPLE = Pattern.compile("[.#]?[\\w-]{1,100}");

  private record Rule(String selector, Map<String, String> looks) {}

  private final List<Rule> rules = new ArrayList<>();

  void add(String sheet) {
    var plain = SvgValues.withoutComments(sheet);
    SvgValues.requireHarmless(plain);
    if (plain.indexOf('\\') >= 0) {
      throw Refusal.of("picture.svg.outside");
    }
    // Of what is nested, as in @media, the inner rules.
    @Nullable String selectors = null;
    int from = 0;
    for (int at = 0; at < plain.length(); at++) {
      switch (plain.charAt(at)) {
        case '{' -> {
          selectors = plain.substring(from, at);
          from = at + 1;
        }
        case '}' -> {
          if (selectors != null) {
            add(selectors, declared(plain.substring(from, at)));
          }
          selectors = null;
          from = at + 1;
        }
        default -> {}
      }
    }
  }

  private void add(String selectors, Map<String, String> looks) {
    for (var selector : selectors.split(",", -1)) {
      if (SIMPLE.matcher(selector.strip()).matches()) {
        add(new Rule(selector.strip(), looks));
      }
    }
  }

  private void add(Rule rule) {
    if (rules.size() >= MOST_RULES) {
      throw Refusal.of("picture.svg.complex", Drawings.MOST_ELEMENTS, Drawings.MOST_DEPTH);
    }
    rules.add(rule);
  }

  Map<String, String> of(String element, @Nullable String classes, @Nullable String id) {
    if (rules.isEmpty()) {
      return Map.of();
    }
    var names = classes == null ? List.<String>of() : List.of(classes.strip().split("\\s+", 50));
    var looks = new LinkedHashMap<String, String>();
    for (var rule : rules) {
      var selector = rule.selector;
      var name = selector.substring(1);
      if (selector.startsWith(".")
          ? names.contains(name)
          : selector.startsWith("#") ? name.equals(id) : selector.equals(element)) {
        looks.putAll(rule.looks);
      }
    }
    return looks;
  }

  /** "fill: #fff; stroke: none" */
  static Map<String, String> declared(@Nullable String declarations) {
    var looks = new LinkedHashMap<String, String>();
    if (declarations == null) {
      return looks;
    }
    for (var declaration : declarations.split(";", -1)) {
      var colon = declaration.indexOf(':');
      if (colon > 0) {
        var name = declaration.substring(0, colon).strip();
        var value = declaration.substring(colon + 1).replace("!important", "").strip();
        if (SvgValues.LOOKS.contains(name) && SvgValues.isKept(name, value)) {
          looks.put(name, value);
        }
      }
    }
    return looks;
  }
}
