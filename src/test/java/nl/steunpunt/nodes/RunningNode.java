package nl.steunpunt.nodes;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.Steunpunt;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole product, started once more in this process, with nothing in common but the database.
 */
record RunningNode(ConfigurableApplicationContext context) implements AutoCloseable {

  /** Brings the database. */
  static RunningNode first(Path data) {
    return start(List.of("--steunpunt.data=" + data));
  }

  /** On that one's database, as on any that is elsewhere. */
  static RunningNode beside(RunningNode first, Path data) {
    var database = first.bean(JdbcConnectionDetails.class);
    return start(
        List.of(
            "--steunpunt.data=" + data,
            "--spring.datasource.url=" + database.getJdbcUrl(),
            "--spring.datasource.username=" + database.getUsername(),
            "--spring.datasource.password=" + database.getPassword()));
  }

  private static RunningNode start(List<String> own) {
    var arguments = new ArrayList<>(own);
    arguments.addAll(
        List.of(
            "--server.port=0",
            "--steunpunt.demo=true",
            "--steunpunt.demo.seed=false",
            "--steunpunt.key=dHdvIG5vZGVzIG5lZWQgdGhlIHNhbWUga2V5IGhlcmU="));
    return new RunningNode(
        new SpringApplicationBuilder(Steunpunt.class).run(arguments.toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  URI address() {
    var server = ((WebServerApplicationContext) context).getWebServer();
    return URI.create("http://127.0.0.1:" + (server == null ? 0 : server.getPort()));
  }

  /** As when it is told to stop. */
  @Override
  public void close() {
    context.close();
  }
}
