package nl.steunpunt.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The demo's texts as they were written: nobody is chosen yet, and nothing has a date. */
record Script(List<Scene> questions, List<Scene> signals, List<Scene> issues) {

  private static final Pattern HEAD = Pattern.compile("(ask|signal|issue): (.+)");
  private static final Pattern LINE =
      Pattern.compile(
          "(pu|asker|answer|why|tried|desk|reply|workaround|ticket|idea|(?:said|reproduced|proposed|works|fails) [^:]+): (.+)");

  /** One question, signal or issue: its head, its text, and what is said after it. */
  record Scene(List<String> head, String text, List<Line> lines) {

    String topic() {
      return head.get(0);
    }

    /**
     * The optional last words of the head: {@code kept}, {@code stuck}, {@code due=150}, {@code
     * issue=key}.
     */
    List<String> flags() {
      return head.size() > 4 ? List.of(head.get(4).split(" ", -1)) : List.of();
    }

    Optional<String> issue() {
      return flag("issue");
    }

    /** What stands behind the name: {@code due=150}. */
    Optional<String> flag(String name) {
      var start = name + "=";
      return flags().stream()
          .filter(f -> f.startsWith(start))
          .map(f -> f.substring(start.length()))
          .findFirst();
    }

    Optional<String> line(String label) {
      return lines.stream().filter(l -> l.label.equals(label)).map(Line::text).findFirst();
    }
  }

  record Line(String label, String text) {}

  static Script load() {
    return new Script(
        Stream.of("finance", "sales", "purchasing", "logistics", "service")
            .flatMap(file -> scenes("story/" + file + ".txt").stream())
            .toList(),
        scenes("signals.txt"),
        scenes("issues.txt"));
  }

  /** An issue that rises beyond its usual week; nobody of the story knows it. */
  static Scene rising() {
    return scenes("rising.txt").getFirst();
  }

  private static List<Scene> scenes(String file) {
    var scenes = new ArrayList<Scene>();
    var text = new ArrayList<String>();
    List<String> head = List.of();
    var lines = new ArrayList<Line>();
    for (var line : Tables.lines(file)) {
      var starts = HEAD.matcher(line);
      var says = LINE.matcher(line);
      if (starts.matches()) {
        close(scenes, head, text, lines);
        head = Stream.of(starts.group(2).split("\\|", -1)).map(String::strip).toList();
      } else if (says.matches()) {
        lines.add(new Line(says.group(1), says.group(2)));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        if (!lines.isEmpty()) {
          throw new IllegalArgumentException(file + ": nobody says '" + line + "'");
        }
        text.add(line);
      }
    }
    close(scenes, head, text, lines);
    return List.copyOf(scenes);
  }

  private static void close(
      List<Scene> scenes, List<String> head, List<String> text, List<Line> lines) {
    if (!head.isEmpty()) {
      scenes.add(new Scene(head, String.join("\n", text), List.copyOf(lines)));
    }
    text.clear();
    lines.clear();
  }
}
