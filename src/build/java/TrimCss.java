import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Leaves out of Tabler's style sheet what no page of ours can use: the build runs it as {@code java
 * TrimCss.java JAR STYLESHEET SOURCES OUTPUT}. A rule stays when each class in one of its selectors
 * occurs as a word in a template, script or Java file; a variable, when something that stays uses it.
 */
class TrimCss {
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final Pattern CLASS = Pattern.compile("\\.((?:[A-Za-z0-9_-]|\\\\.)+)");
  private static final Pattern NOT = Pattern.compile(":not\\([^)]*\\)");
  private static final Pattern USED_VARIABLE = Pattern.compile("var\\((--[A-Za-z0-9_-]+)");
  private static final Pattern ANIMATION = Pattern.compile("animation(?:-name)?:([^;}]+)");
  private static final Pattern VARIABLE = Pattern.compile("^(--[A-Za-z0-9_-]+):");

  /** A rule or an at-rule; {@code inside} for those that hold rules themselves. */
  private record Rule(String head, String body, List<Rule> inside) {}

  private final Set<String> words;
  /** What the style sheet so far uses; null: not looked at yet. */
  private Set<String> variables;

  private Set<String> animations;

  TrimCss(Set<String> words) {
    this.words = words;
  }

  public static void main(String[] arguments) throws IOException {
    var output = Path.of(arguments[3]);
    String css;
    try (var jar = FileSystems.newFileSystem(URI.create("jar:file:" + arguments[0]), Map.of())) {
      css = Files.readString(jar.getPath(arguments[1]));
    }
    var trimmed = new TrimCss(words(Path.of(arguments[2]))).trim(css);
    if (!Files.exists(output) || !Files.readString(output).equals(trimmed)) {
      Files.createDirectories(output.getParent());
      Files.writeString(output, trimmed);
    }
  }

  static Set<String> words(Path sources) throws IOException {
    var words = new HashSet<String>();
    try (var files = Files.walk(sources)) {
      for (var file : files.filter(file -> file.toString().matches(".*\\.(jte|js|java)")).toList()) {
        WORD.matcher(Files.readString(file)).results().forEach(word -> words.add(word.group()));
      }
    }
    return words;
  }

  String trim(String css) {
    var kept = write(kept(parse(css.replaceAll("(?s)/\\*.*?\\*/", ""))));
    // Variables use variables: look again until nothing more falls away.
    for (var before = -1; before != kept.length(); kept = write(parse(kept))) {
      before = kept.length();
      variables = found(USED_VARIABLE, kept);
      animations = found(ANIMATION, kept);
    }
    return kept;
  }

  private static Set<String> found(Pattern pattern, String css) {
    var found = new HashSet<String>();
    pattern.matcher(css).results().forEach(one -> found.addAll(List.of(one.group(1).split("[ ,]+"))));
    return found;
  }

  private List<Rule> kept(List<Rule> rules) {
    return rules.stream().map(this::kept).filter(rule -> rule != null).toList();
  }

  private Rule kept(Rule rule) {
    if (rule.head.startsWith("@keyframes") || rule.head.startsWith("@font-face")) {
      return rule;
    }
    if (!rule.inside.isEmpty()) {
      var inside = kept(rule.inside);
      return inside.isEmpty() ? null : new Rule(rule.head, "", inside);
    }
    var selectors = split(rule.head, ',').stream().filter(this::isUsed).toList();
    return selectors.isEmpty() ? null : new Rule(String.join(",", selectors), rule.body, List.of());
  }

  private boolean isUsed(String selector) {
    return CLASS.matcher(NOT.matcher(selector).replaceAll("")).results()
        .allMatch(name -> words.contains(name.group(1).replace("\\", "")));
  }

  private String write(List<Rule> rules) {
    var css = new StringBuilder();
    for (var rule : rules) {
      if (animations != null && rule.head.startsWith("@keyframes") && !animations.contains(rule.head.substring(10).strip())) {
        continue;
      }
      var body = rule.inside.isEmpty() ? declarations(rule.body) : write(rule.inside);
      if (!body.isEmpty()) {
        css.append(rule.head).append('{').append(body).append("}\n");
      }
    }
    return css.toString();
  }

  private String declarations(String body) {
    if (variables == null) {
      return body;
    }
    return String.join(
        ";",
        split(body, ';').stream()
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .filter(one -> {
              var variable = VARIABLE.matcher(one);
              return !variable.find() || variables.contains(variable.group(1));
            })
            .toList());
  }

  private static List<Rule> parse(String css) {
    var rules = new ArrayList<Rule>();
    var at = 0;
    while (at < css.length()) {
      var open = find(css, at, '{');
      if (open < 0) {
        break;
      }
      var statement = find(css, at, ';');
      if (statement >= 0 && statement < open) {
        at = statement + 1; // @charset, @import
        continue;
      }
      var close = closing(css, open);
      var head = css.substring(at, open).strip();
      var body = css.substring(open + 1, close);
      var holdsRules = head.startsWith("@") && !head.startsWith("@font-face") && !head.startsWith("@page");
      rules.add(new Rule(head, holdsRules ? "" : body, holdsRules ? parse(body) : List.of()));
      at = close + 1;
    }
    return rules;
  }

  private static int find(String css, int from, char sought) {
    char quote = 0;
    for (var at = from; at < css.length(); at++) {
      var c = css.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == sought) {
        return at;
      }
    }
    return -1;
  }

  private static int closing(String css, int open) {
    var depth = 0;
    char quote = 0;
    for (var at = open; at < css.length(); at++) {
      var c = css.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return at;
      }
    }
    throw new IllegalArgumentException("a brace is not closed at " + open);
  }

  /** At the top level only: not within brackets or quotes. */
  private static List<String> split(String text, char by) {
    var parts = new ArrayList<String>();
    var depth = 0;
    char quote = 0;
    var from = 0;
    for (var at = 0; at < text.length(); at++) {
      var c = text.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (c == by && depth == 0) {
        parts.add(text.substring(from, at));
        from = at + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }
}
