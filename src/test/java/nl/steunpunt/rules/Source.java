package nl.steunpunt.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file of the product: its path below {@code nl/steunpunt} and its text. */
record Source(String path, String text) {
  private static final Path ROOT = Path.of("src/main/java/nl/steunpunt");
  private static final Pattern QUOTED = Pattern.compile("\"([a-z]+)\"");

  static List<Source> all() {
    try (var files = Files.walk(ROOT)) {
      return files.filter(Files::isRegularFile).map(Source::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Source> all(String ending) {
    return all().stream().filter(source -> source.path.endsWith(ending)).toList();
  }

  /** The modules that a module may use beside itself, from its package-info. */
  static Set<String> allowedTo(String module) {
    var info = read(ROOT.resolve(module).resolve("package-info.java")).text;
    var at = info.indexOf("allowedDependencies");
    var list = info.substring(at, info.indexOf(')', at));
    return QUOTED.matcher(list).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  String module() {
    return path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
  }

  private static Source read(Path file) {
    try {
      var binary = file.toString().matches(".*\\.(png|webp|jpg|woff2)");
      return new Source(ROOT.relativize(file).toString(), binary ? "" : Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
