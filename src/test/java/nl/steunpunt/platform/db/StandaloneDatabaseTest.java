package nl.steunpunt.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.steunpunt.platform.start.StartRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

class StandaloneDatabaseTest {
  private static final Path UNPACKED_ONCE =
      Path.of("target/test-pg-bin" + System.getProperty("test.fork", "")).toAbsolutePath();
  private static final Map<String, String> NOTHING = Map.of();

  private Path data;

  @BeforeEach
  void emptyFolder() throws IOException {
    data = Files.createTempDirectory(Path.of("target"), "standalone-test");
    Files.createDirectories(UNPACKED_ONCE);
    Files.createSymbolicLink(data.resolve("pg-bin"), UNPACKED_ONCE);
  }

  @AfterEach
  void remove() throws IOException {
    Files.delete(data.resolve("pg-bin"));
    FileSystemUtils.deleteRecursively(data);
  }

  private static int seven(StandaloneDatabase database) {
    return JdbcClient.create(database.source())
        .sql("select number from kept")
        .query(Integer.class)
        .single();
  }

  @Test
  void isReachedBesideARunningServerAndWithoutOne() {
    assertThatThrownBy(() -> StandaloneDatabase.beside(data, NOTHING))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("There is no database in " + data);
    try (var made = StandaloneDatabase.alone(data, NOTHING)) {
      JdbcClient.create(made.source()).sql("create table kept as select 7 as number").update();
      try (var beside = StandaloneDatabase.beside(data, NOTHING)) {
        assertThat(seven(beside)).isEqualTo(7);
      }
      assertThat(seven(made)).as("goes on when who came beside leaves").isEqualTo(7);
    }
    assertThat(DataFolder.isOwned(data)).isFalse();
    try (var again = StandaloneDatabase.beside(data, NOTHING)) {
      assertThat(seven(again)).isEqualTo(7);
    }
    assertThat(DataFolder.isOwned(data)).isFalse();
  }

  @Test
  void theEnvironmentNamesAnother() {
    var elsewhere =
        Map.of(
            "SPRING_DATASOURCE_URL",
            "jdbc:postgresql://127.0.0.1:1/nothing",
            "SPRING_DATASOURCE_USERNAME",
            "nobody");
    try (var database = StandaloneDatabase.beside(data, elsewhere)) {
      assertThatThrownBy(() -> seven(database)).hasStackTraceContaining("127.0.0.1:1");
    }
    assertThat(data.resolve("pg")).doesNotExist();
  }
}
