import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Leaves out of the templates how deep each line is indented: the build runs it as {@code java
 * TrimTemplates.java SOURCES OUTPUT}. That was a quarter of the bytes of a page, and of the time of
 * compressing it more. What is asked of whitespace on a screen stands within a line.
 */
class TrimTemplates {
  private static final String KIND = ".jte";

  public static void main(String[] arguments) throws IOException {
    var sources = Path.of(arguments[0]);
    var output = Path.of(arguments[1]);
    Files.createDirectories(output);
    var kept = new HashSet<Path>();
    for (var source : templates(sources)) {
      var target = output.resolve(sources.relativize(source));
      kept.add(target);
      var trimmed =
          Stream.of(Files.readString(source).split("\n", -1))
              .map(String::stripLeading)
              .collect(Collectors.joining("\n"));
      // A file that did not change keeps its time.
      if (!Files.exists(target) || !Files.readString(target).equals(trimmed)) {
        Files.createDirectories(target.getParent());
        Files.writeString(target, trimmed);
      }
    }
    // Of a template that was renamed or removed.
    for (var old : templates(output)) {
      if (!kept.contains(old)) {
        Files.delete(old);
      }
    }
  }

  private static List<Path> templates(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(KIND)).toList();
    }
  }
}
