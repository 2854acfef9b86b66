package nl.steunpunt.platform.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

class PostgresServerTest {
  private static final Path UNPACKED_ONCE =
      Path.of("target/test-pg-bin" + System.getProperty("test.fork", "")).toAbsolutePath();

  private Path data;

  @BeforeEach
  void emptyFolder() throws IOException {
    data = Files.createTempDirectory(Path.of("target"), "postgres-test");
    Files.createDirectories(UNPACKED_ONCE);
    Files.createSymbolicLink(data.resolve("pg-bin"), UNPACKED_ONCE);
  }

  @AfterEach
  void remove() throws IOException {
    Files.delete(data.resolve("pg-bin"));
    FileSystemUtils.deleteRecursively(data);
  }

  @Test
  void keepsItsDataFromStartToStart() {
    try (var server = PostgresServer.open(data)) {
      sql(server).sql("create table kept as select 7 as number").update();
    }
    try (var server = PostgresServer.open(data)) {
      assertThat(kept(server)).isEqualTo(7);
    }
  }

  @Test
  void comesBackOnTheSamePortEachTimeItIsKilled() {
    try (var server = PostgresServer.open(data);
        var pool = pool(server)) {
      var sql = JdbcClient.create(pool);
      sql.sql("create table kept as select 7 as number").update();
      for (int time = 1; time <= 3; time++) {
        var killed = server.pid();
        kill(killed);
        assertThat(untilAnotherAnswers(server, killed, sql)).isEqualTo(7);
      }
    }
  }

  @Test
  void leavesNoServerBehindWhenItIsClosedWhileRestarting() throws InterruptedException {
    for (int millis : new int[] {0, 20, 60, 120, 200}) {
      var server = PostgresServer.open(data);
      kill(server.pid());
      Thread.sleep(millis);
      server.close();
      var deadline = Instant.now().plusSeconds(10);
      while (!workersIn(data.resolve("pg")).isEmpty() && Instant.now().isBefore(deadline)) {
        Thread.sleep(20);
      }
      assertThat(workersIn(data.resolve("pg"))).isEmpty();
    }
  }

  @Test
  void isDurableAndOnLoopbackOnly() {
    try (var server = PostgresServer.open(data)) {
      assertThat(setting(server, "fsync")).isEqualTo("on");
      assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(server, "full_page_writes")).isEqualTo("on");
      assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(server, "unix_socket_directories")).isEmpty();
    }
  }

  @Test
  void refusesWhoHasNoPassword() throws IOException {
    try (var server = PostgresServer.open(data)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.url(), PostgresServer.USER, "guess").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(Files.getPosixFilePermissions(data.resolve("postgres.password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void takesOverFromAServerWhoseParentWasKilled() throws Exception {
    var parent = ownerOfServer(data);
    var orphan = Long.parseLong(parent.inputReader().readLine());
    kill(parent.pid());
    assertThat(program(orphan)).hasValueSatisfying(name -> assertThat(name).endsWith("postgres"));

    try (var server = PostgresServer.open(data)) {
      assertThat(kept(server)).isEqualTo(7);
      assertThat(program(orphan)).isEmpty();
    }
  }

  @Test
  void leavesAStrangerAloneWhoHasTheDeadServersNumber() throws Exception {
    PostgresServer.open(data).close();
    var stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(data.resolve("pg/postmaster.pid"), stranger.pid() + "\n");
      PostgresServer.open(data).close();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void aFirstStartThatWasCutShortIsMadeAnew() throws IOException {
    Files.createDirectories(data.resolve("pg.new/base"));
    Files.writeString(data.resolve("pg.new/PG_VERSION"), "18\n");
    try (var server = PostgresServer.open(data)) {
      assertThat(sql(server).sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }
  }

  @Test
  void aSecondProcessOnTheSameDataIsToldInOneSentence() throws Exception {
    try (var _ = PostgresServer.open(data)) {
      var second =
          java("nl.steunpunt.Steunpunt", "--steunpunt.data=" + data, "--server.port=0")
              .redirectErrorStream(true)
              .start();
      var said = new String(second.getInputStream().readAllBytes(), UTF_8);
      assertThat(second.waitFor()).isNotZero();
      assertThat(said.lines())
          .singleElement()
          .asString()
          .startsWith("Steunpunt already runs on the data in " + data);
    }
  }

  @Test
  void contextsOfOneProcessShareAServerUntilTheLastCloses() {
    try (var first = PostgresServer.open(data)) {
      var second = PostgresServer.open(data);
      assertThat(second).isSameAs(first);
      second.close();
      assertThat(sql(first).sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }
  }

  /** The other process of the test above that kills one. */
  static final class Owner {
    public static void main(String[] arguments) throws InterruptedException {
      var server = PostgresServer.open(Path.of(arguments[0]));
      sql(server).sql("create table kept as select 7 as number").update();
      System.out.println(server.pid());
      Thread.sleep(Duration.ofMinutes(5));
    }
  }

  private static Process ownerOfServer(Path data) throws IOException {
    return java(Owner.class.getName(), data.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static ProcessBuilder java(String main, String... arguments) {
    var command =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.command().addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.command().add(System.getProperty("java.class.path"));
    command.command().add(main);
    command.command().addAll(List.of(arguments));
    return command;
  }

  private static void kill(long pid) {
    var process = ProcessHandle.of(pid).orElseThrow();
    var end = process.onExit();
    assertThat(process.destroyForcibly()).isTrue();
    assertThat(end).succeedsWithin(Duration.ofSeconds(10));
  }

  /** Empty for what is dead, also when nobody has collected it yet. */
  private static Optional<String> program(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command());
  }

  /** The dead server's children may answer a moment longer, which proves nothing. */
  private static int untilAnotherAnswers(PostgresServer server, long killed, JdbcClient sql) {
    var deadline = Instant.now().plusSeconds(20);
    while (true) {
      try {
        var answer = sql.sql("select number from kept").query(Integer.class).single();
        if (server.pid() != killed) {
          return answer;
        }
        assertThat(Instant.now()).isBefore(deadline);
      } catch (DataAccessException e) {
        if (Instant.now().isAfter(deadline)) {
          throw e;
        }
      }
    }
  }

  private static List<Path> workersIn(Path cluster) {
    try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      return StreamSupport.stream(processes.spliterator(), false)
          .filter(process -> worksIn(process, cluster))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean worksIn(Path process, Path cluster) {
    try {
      return Files.isSameFile(process.resolve("cwd"), cluster);
    } catch (IOException ended) {
      return false;
    }
  }

  private static int kept(PostgresServer server) {
    return sql(server).sql("select number from kept").query(Integer.class).single();
  }

  private static String setting(PostgresServer server, String name) {
    return sql(server).sql("show " + name).query(String.class).single();
  }

  private static JdbcClient sql(PostgresServer server) {
    return JdbcClient.create(
        new DriverManagerDataSource(server.url(), PostgresServer.USER, server.password()));
  }

  private static HikariDataSource pool(PostgresServer server) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(server.url());
    pool.setUsername(PostgresServer.USER);
    pool.setPassword(server.password());
    pool.setMaximumPoolSize(4);
    pool.setConnectionTimeout(5000);
    return pool;
  }
}
