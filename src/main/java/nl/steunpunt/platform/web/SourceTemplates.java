package nl.steunpunt.platform.web;

import gg.jte.CodeResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * While developing: templates straight from the rooms. JTE's own resolver is not in its runtime.
 */
record SourceTemplates(Path root) implements CodeResolver {

  @Override
  public @Nullable String resolve(String name) {
    try {
      var file = root.resolve(name);
      return Files.exists(file) ? Files.readString(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long getLastModified(String name) {
    return root.resolve(name).toFile().lastModified();
  }

  @Override
  public boolean exists(String name) {
    return Files.exists(root.resolve(name));
  }

  @Override
  public List<String> resolveAllTemplateNames() {
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".jte"))
          .map(file -> root.relativize(file).toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
