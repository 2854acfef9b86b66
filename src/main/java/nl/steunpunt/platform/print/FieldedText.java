package nl.steunpunt.platform.print;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.steunpunt.platform.print.Paper.Block;
import nl.steunpunt.platform.print.Paper.Bullets;
import nl.steunpunt.platform.print.Paper.Heading;
import nl.steunpunt.platform.print.Paper.Text;
import nl.steunpunt.platform.web.Refusal;

/**
 * The text of a paper or mail, as somebody writes it: an empty line begins a new paragraph, {@code
 * # } a heading, {@code - } a point, and {@code {name}} is filled in. A line with a field that has
 * nothing to say is left out, and so is a heading below which nothing is left.
 */
public record FieldedText(String title, String body) {
  public static final int LONGEST_TITLE = 120;
  public static final int LONGEST_BODY = 12_000;

  private static final Pattern FIELD = Pattern.compile("\\{([^{}\\n]*)}");

  /** The first line is the title. */
  public static FieldedText read(String file) {
    var end = file.indexOf('\n');
    return new FieldedText(file.substring(0, end).strip(), file.substring(end).strip());
  }

  /** As a form sends it: browsers send line ends as two characters. */
  public static FieldedText typed(String title, String body) {
    return new FieldedText(title.strip(), body.replace("\r\n", "\n").strip());
  }

  /** What stands between braces, each once, in order. */
  public List<String> named() {
    return FIELD
        .matcher(title + "\n" + body)
        .results()
        .map(found -> found.group(1).strip())
        .distinct()
        .toList();
  }

  /**
   * @param known the names of the fields that it may name
   * @throws Refusal when it is empty, too long, or names another field
   */
  public void check(Collection<String> known) {
    if (title.isBlank() || body.isBlank()) {
      throw Refusal.of("text.refused.empty").at(title.isBlank() ? "title" : "body");
    }
    if (title.length() > LONGEST_TITLE || body.length() > LONGEST_BODY) {
      throw Refusal.of("text.refused.too_long", LONGEST_TITLE, LONGEST_BODY).at("body");
    }
    var unknown = named().stream().filter(name -> !known.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw Refusal.of(
              "text.refused.unknown_field",
              braced(unknown),
              braced(known.stream().sorted().toList()))
          .at("body");
    }
  }

  private static String braced(List<String> names) {
    return names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
  }

  /**
   * @param values by the field's name in this text's language; blank where there is nothing to say
   */
  public String title(Map<String, String> values) {
    return fill(title, values);
  }

  /** The body as plain text, for what is no paper. */
  public String text(Map<String, String> values) {
    return body.lines()
        .filter(line -> !hasNothingToSay(line, values))
        .map(line -> fill(line, values))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  public List<Block> blocks(Map<String, String> values) {
    var blocks = new ArrayList<Block>();
    for (var part : body.strip().split("\\R\\s*\\R")) {
      part(part, values, blocks);
    }
    return withoutEmptyHeadings(blocks);
  }

  private static void part(String part, Map<String, String> values, List<Block> blocks) {
    var words = new ArrayList<String>();
    for (var line : part.lines().map(String::strip).toList()) {
      if (hasNothingToSay(line, values)) {
        continue;
      }
      if (line.startsWith("# ")) {
        flush(words, blocks);
        blocks.add(new Heading(fill(line.substring(2), values)));
      } else {
        // What was filled in may have lines and points of its own, but no headings.
        words.addAll(fill(line, values).lines().map(String::strip).toList());
      }
    }
    flush(words, blocks);
  }

  /** Lines in a row are one paragraph, points in a row one list. */
  private static void flush(List<String> lines, List<Block> blocks) {
    var text = new ArrayList<String>();
    var points = new ArrayList<String>();
    for (var line : lines) {
      var isPoint = line.startsWith("- ");
      if (isPoint || line.isEmpty()) {
        add(text, blocks);
      }
      if (!isPoint && !points.isEmpty()) {
        blocks.add(new Bullets(List.copyOf(points)));
        points.clear();
      }
      if (isPoint) {
        points.add(line.substring(2));
      } else if (!line.isEmpty()) {
        text.add(line);
      }
    }
    add(text, blocks);
    if (!points.isEmpty()) {
      blocks.add(new Bullets(List.copyOf(points)));
    }
    lines.clear();
  }

  private static void add(List<String> text, List<Block> blocks) {
    if (!text.isEmpty()) {
      blocks.add(new Text(String.join("\n", text)));
      text.clear();
    }
  }

  private static List<Block> withoutEmptyHeadings(List<Block> blocks) {
    var kept = new ArrayList<Block>();
    for (var i = 0; i < blocks.size(); i++) {
      var isEmpty =
          blocks.get(i) instanceof Heading
              && (i + 1 == blocks.size() || blocks.get(i + 1) instanceof Heading);
      if (!isEmpty) {
        kept.add(blocks.get(i));
      }
    }
    return kept;
  }

  private static boolean hasNothingToSay(String line, Map<String, String> values) {
    return FIELD
        .matcher(line)
        .results()
        .anyMatch(found -> values.getOrDefault(found.group(1).strip(), "").isBlank());
  }

  private static String fill(String line, Map<String, String> values) {
    return FIELD
        .matcher(line)
        .replaceAll(found ->
            Matcher.quoteReplacement(values.getOrDefault(found.group(1).strip(), "").strip()));
  }
}
