package nl.steunpunt.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.steunpunt.Steunpunt;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
  private static final ApplicationModules MODULES = ApplicationModules.of(Steunpunt.class);

  /** Modulith checks cycles, allowed dependencies and that nobody reaches into a room. */
  @Test
  void verify() {
    MODULES.verify();
  }

  /**
   * The map in ARCHITECTURE.md is made from the modules themselves; this prints it when it is out
   * of date.
   */
  @Test
  void theMapIsTrue() throws IOException {
    var map =
        MODULES.stream()
            .map(module -> module.getIdentifier().toString())
            .sorted()
            .map(module ->
                "| "
                    + module
                    + " | "
                    + (Source.allowedTo(module).isEmpty()
                        ? "nothing"
                        : String.join(", ", new TreeSet<>(Source.allowedTo(module))))
                    + " |")
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(Path.of("ARCHITECTURE.md"))).contains(map);
  }
}
