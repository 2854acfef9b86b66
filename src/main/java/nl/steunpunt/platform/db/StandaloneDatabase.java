package nl.steunpunt.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import nl.steunpunt.platform.start.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The product's database for a command of its own, without the rest of the product: the one that
 * the environment names, else the embedded one of a data folder.
 */
public final class StandaloneDatabase implements AutoCloseable {
  /** postmaster.pid: process, folder, start, port. */
  private static final int PORT_LINE = 3;

  private final DataSource source;
  private final @Nullable PostgresServer own;

  private StandaloneDatabase(DataSource source, @Nullable PostgresServer own) {
    this.source = source;
    this.own = own;
  }

  /** Also while a server runs on it. */
  public static StandaloneDatabase beside(Path data, Map<String, String> environment) {
    if (isElsewhere(environment)) {
      return elsewhere(environment);
    }
    if (Files.notExists(data.resolve("pg"))) {
      throw new StartRefused("There is no database in %s.".formatted(data));
    }
    return DataFolder.isOwned(data) ? running(data) : ofOurOwn(data);
  }

  /** Only while no server runs on the data folder; made when there is none. */
  public static StandaloneDatabase alone(Path data, Map<String, String> environment) {
    return isElsewhere(environment) ? elsewhere(environment) : ofOurOwn(data);
  }

  public DataSource source() {
    return source;
  }

  private static boolean isElsewhere(Map<String, String> environment) {
    return !environment.getOrDefault("SPRING_DATASOURCE_URL", "").isBlank();
  }

  private static StandaloneDatabase elsewhere(Map<String, String> environment) {
    return new StandaloneDatabase(
        new DriverManagerDataSource(
            environment.getOrDefault("SPRING_DATASOURCE_URL", ""),
            environment.getOrDefault("SPRING_DATASOURCE_USERNAME", ""),
            environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", "")),
        null);
  }

  private static StandaloneDatabase ofOurOwn(Path data) {
    var server = PostgresServer.open(data);
    return new StandaloneDatabase(source(server.url(), server.password()), server);
  }

  /** Its port is another at each start, and stands where PostgreSQL itself notes it. */
  private static StandaloneDatabase running(Path data) {
    try {
      var port =
          Files.readAllLines(data.resolve("pg/postmaster.pid")).stream()
              .skip(PORT_LINE)
              .findFirst()
              .map(String::strip)
              .orElse("");
      var password = Files.readString(data.resolve("postgres.password")).strip();
      return new StandaloneDatabase(source(PostgresServer.url(port), password), null);
    } catch (IOException e) {
      throw new StartRefused(
          "Steunpunt is just starting or stopping on %s: try again in a moment.".formatted(data),
          e);
    }
  }

  private static DataSource source(String url, String password) {
    return new DriverManagerDataSource(url, PostgresServer.USER, password);
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
