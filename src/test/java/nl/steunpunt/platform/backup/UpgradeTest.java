package nl.steunpunt.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.steunpunt.Steunpunt;
import nl.steunpunt.demo.Cast;
import nl.steunpunt.platform.db.ModuleSchemas;
import org.flywaydb.core.Flyway;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database of each release so far, as that release left it: its demo after a start, written by
 * bin/backup. A release adds its own to {@code src/test/resources/releases}, and none is ever made
 * anew.
 */
@SpringBootTest(properties = "steunpunt.data=target/test-data${test.fork:}")
class UpgradeTest {
  private static final Path RELEASES = Path.of("src/test/resources/releases");

  /** Nothing adds to these or takes from them by itself while the product starts. */
  private static final List<String> STEADY =
      List.of(
          "people.person",
          "people.department",
          "network.mandate",
          "network.topic",
          "support.question",
          "support.message",
          "support.signal",
          "support.answer",
          "issues.issue",
          "issues.me_too");

  @Autowired JdbcClient sql;
  @Autowired JdbcConnectionDetails details;
  @TempDir Path folder;

  DataSource target;
  String url = "";

  static Stream<Path> releases() throws IOException {
    try (var files = Files.list(RELEASES)) {
      return files.sorted().toList().stream();
    }
  }

  @BeforeEach
  void emptyDatabase() {
    sql.sql("drop database if exists upgrade_test").update();
    sql.sql("create database upgrade_test").update();
    url = details.getJdbcUrl().replaceFirst("/[^/]*$", "/upgrade_test");
    target =
        new DriverManagerDataSource(
            url, String.valueOf(details.getUsername()), String.valueOf(details.getPassword()));
  }

  @AfterEach
  void clean() {
    sql.sql("drop database if exists upgrade_test").update();
  }

  private void holds(Manifest manifest) {
    var there = JdbcClient.create(target);
    for (var table : manifest.tables()) {
      if (STEADY.contains(table.name())) {
        assertThat(table.rows()).as(table.name()).isPositive();
        assertThat(there.sql("select count(*) from " + table.name()).query(Long.class).single())
            .as(table.name())
            .isEqualTo(table.rows());
      }
    }
    assertThat(manifest.tables()).extracting(Manifest.TableContent::name).containsAll(STEADY);
  }

  private void isOfToday() {
    for (var module : ModuleSchemas.MODULES) {
      var flyway = ModuleSchemas.module(Flyway.configure().dataSource(target), module).load();
      flyway.validate();
      assertThat(flyway.info().pending()).as(module).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void aBackupOfAnEarlierReleaseIsRestoredAndBroughtToThisOne(Path release) throws Exception {
    try (var file = BackupFile.open(release)) {
      new Restoring(target).restore(file, false);
      holds(file.manifest());
      isOfToday();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void theDatabaseOfAnEarlierReleaseStartsAndIsWorkedOnWith(Path release) throws Exception {
    try (var file = BackupFile.open(release)) {
      new Restoring(target).restoreAsItWas(file, false);
      try (var product = start()) {
        holds(file.manifest());
        isOfToday();
        visit(port(product));
      }
    }
  }

  private static int port(ConfigurableApplicationContext product) {
    var server = ((WebServerApplicationContext) product).getWebServer();
    return Objects.requireNonNull(server).getPort();
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(Steunpunt.class)
        .run(
            "--server.port=0",
            "--steunpunt.demo=true",
            "--steunpunt.data=" + folder,
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + details.getUsername(),
            "--spring.datasource.password=" + details.getPassword());
  }

  /** A power user signs in, and reads what was said under the earlier release. */
  private void visit(int port) throws Exception {
    try (var client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      var here = "http://127.0.0.1:" + port;
      var signedIn =
          client.send(
              HttpRequest.newBuilder(URI.create(here + "/demo/sign-in"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .header("Origin", here)
                  .POST(BodyPublishers.ofString("to=/&email=" + Cast.FATIMA.email()))
                  .build(),
              BodyHandlers.ofString());
      assertThat(signedIn.statusCode()).isEqualTo(200);
      var question =
          JdbcClient.create(target)
              .sql(
                  """
                  select q.id from support.question q join support.message m on m.question_id = q.id
                    join people.person p on p.id = q.power_user_id
                   where p.email = :email order by m.id limit 1
                  """)
              .param("email", Cast.FATIMA.email())
              .query(Long.class)
              .single();
      var page = get(client, here + "/questions/" + question);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(Jsoup.parse(page.body()).select(".message-text")).isNotEmpty();
    }
  }

  private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }
}
