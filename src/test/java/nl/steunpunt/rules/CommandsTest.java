package nl.steunpunt.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What README tells somebody to type. */
class CommandsTest {

  @Test
  void everyCommandCanBeRun() throws IOException {
    try (var files = Files.list(Path.of("bin"))) {
      assertThat(files.filter(Files::isRegularFile).toList())
          .isNotEmpty()
          .allMatch(Files::isExecutable, "may be executed");
    }
  }
}
