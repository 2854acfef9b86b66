package nl.steunpunt.platform.db;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import nl.steunpunt.platform.start.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL server of one data folder, as our child process. It is started again on the same
 * port and data whenever it dies, so that the pool's connections come back by themselves.
 */
final class PostgresServer implements AutoCloseable {
  static final String USER = "postgres";
  static final int ANY_PORT = 0;

  private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

  /**
   * After a crash it first replays its journal, which takes as long as it takes; this is a limit
   * for hanging.
   */
  private static final Duration READY_WITHIN = Duration.ofMinutes(5);

  /**
   * Below Linux's ephemeral ports, where a client that reconnects can be given the server's port as
   * its own.
   */
  private static final int LOWEST_PORT = 20_000;

  private static final int HIGHEST_PORT = 32_000;

  private static final String WRONG_PASSWORD = "28P01";

  /** Contexts of one process share the server of a folder: tests keep several contexts alive. */
  private static final Map<Path, PostgresServer> open = new HashMap<>();

  private final Path key;
  private final DataFolder folder;
  private final PostgresBinaries binaries;
  private final String password;
  private final int port;
  private int users;
  private volatile Process process;
  private volatile boolean closing;

  static PostgresServer open(Path data) {
    return open(data, ANY_PORT);
  }

  /**
   * @param port {@link #ANY_PORT}: a free one, another at each start
   */
  static PostgresServer open(Path data, int port) {
    synchronized (open) {
      var key = data.toAbsolutePath().normalize();
      var server = open.get(key);
      if (server == null) {
        server = start(key, data, port);
        open.put(key, server);
      }
      server.users++;
      return server;
    }
  }

  private static PostgresServer start(Path key, Path data, int port) {
    var folder = DataFolder.own(data);
    try {
      return new PostgresServer(key, folder, port);
    } catch (IOException e) {
      folder.close();
      throw new StartRefused(
          "The database in %s could not be started: %s.".formatted(data, e.getMessage()), e);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private PostgresServer(Path key, DataFolder folder, int wishedPort) throws IOException {
    this.key = key;
    this.folder = folder;
    binaries = PostgresBinaries.unpackedIn(folder.binaries());
    Files.deleteIfExists(folder.serverLog());
    password = folder.password();
    if (Files.exists(folder.cluster())) {
      new OrphanedServer(folder.cluster(), binaries).stop();
    } else {
      create();
    }
    port = wishedPort == ANY_PORT ? freePort() : wishedPort;
    process = launch();
    Thread.ofVirtual().name("postgres-watch").start(this::watch);
  }

  String url() {
    return url(Integer.toString(port));
  }

  static String url(String port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  String password() {
    return password;
  }

  long pid() {
    return process.pid();
  }

  /**
   * Moved into place when it is complete, so that a first start that was cut short leaves nothing
   * half made.
   */
  private void create() throws IOException {
    var cluster = folder.cluster();
    var making = cluster.resolveSibling("pg.new");
    FileSystemUtils.deleteRecursively(making);
    run(
        "initdb",
        List.of(
            "-D",
            making.toString(),
            "-U",
            USER,
            "-E",
            "UTF-8",
            "--locale=C.UTF-8",
            "--auth=scram-sha-256",
            "--pwfile=" + folder.passwordFile()));
    Files.move(making, cluster, StandardCopyOption.ATOMIC_MOVE);
  }

  private Process launch() throws IOException {
    var arguments = new ArrayList<>(List.of("-D", folder.cluster().toAbsolutePath().toString()));
    settings().forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    var server =
        binaries
            .command("postgres", arguments)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.serverLog().toFile()))
            .redirectInput(new File("/dev/null"))
            .start();
    try {
      awaitReady(server);
      return server;
    } catch (IOException | StartRefused e) {
      end(server);
      throw e;
    }
  }

  /** Nobody else knows of it yet, so it would run on after us. */
  private static void end(Process server) {
    server.destroy();
    try {
      if (!server.waitFor(5, SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * An eighth of the machine's memory, and what is not used of it is not taken. A page that is not
   * among these is copied out of the system's cache at each look (docs/adr/0124).
   */
  private static long sharedMegabytes(long machine) {
    return Math.clamp(machine / 8, 128, 2048);
  }

  /** In megabytes; of the container, where it has a limit of its own. */
  private static long machineMegabytes() {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return system.getTotalMemorySize() >> 20;
  }

  /** For two cores, with short statements. fsync stays on: a commit is on disk. */
  private Map<String, Object> settings() {
    var machine = machineMegabytes();
    return Map.ofEntries(
        Map.entry("listen_addresses", "127.0.0.1"),
        Map.entry("port", port),
        Map.entry("unix_socket_directories", ""),
        Map.entry("max_connections", 60),
        Map.entry("shared_buffers", sharedMegabytes(machine) + "MB"),
        Map.entry("effective_cache_size", machine / 2 + "MB"),
        Map.entry("work_mem", "8MB"),
        Map.entry("maintenance_work_mem", "64MB"),
        Map.entry("max_wal_size", "512MB"),
        Map.entry("random_page_cost", "1.1"),
        Map.entry("jit", "off"),
        Map.entry("max_parallel_workers_per_gather", 1),
        Map.entry("max_logical_replication_workers", 0),
        Map.entry("timezone", "UTC"),
        Map.entry("log_timezone", "UTC"),
        // Refused statements would bring what people wrote into a log file.
        Map.entry("log_min_messages", "log"),
        Map.entry("log_min_error_statement", "panic"),
        Map.entry("log_error_verbosity", "terse"),
        Map.entry("log_checkpoints", "off"));
  }

  private void awaitReady(Process server) throws IOException {
    var deadline = System.nanoTime() + READY_WITHIN.toNanos();
    while (server.isAlive() && !closing && System.nanoTime() < deadline) {
      if (answers()) {
        return;
      }
      pause(Duration.ofMillis(50));
    }
    throw new IOException("PostgreSQL does not answer, and says why in " + folder.serverLog());
  }

  private boolean answers() {
    var login = new Properties();
    login.setProperty("user", USER);
    login.setProperty("password", password);
    login.setProperty("socketTimeout", "5");
    try (var connection = DriverManager.getConnection(url(), login)) {
      return connection.isValid(5);
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        throw new StartRefused(
            "The database does not accept the password in %s: put the file back that belongs to this data."
                .formatted(folder.passwordFile()),
            e);
      }
      return false;
    }
  }

  private void watch() {
    while (!closing) {
      try {
        var exit = process.waitFor();
        if (!closing) {
          log.warn("PostgreSQL died (exit {}); starting it again on the same data", exit);
          relaunch();
        }
      } catch (IOException | StartRefused e) {
        if (!closing) {
          log.warn("PostgreSQL did not come back: {}. Trying again", e.getMessage());
          pause(Duration.ofSeconds(1));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /**
   * The dead server's children may live a moment longer; a new one must not join them on the same
   * files.
   */
  private synchronized void relaunch() throws IOException {
    if (!closing) {
      new OrphanedServer(folder.cluster(), binaries).stop();
      process = launch();
      log.info("PostgreSQL is back");
    }
  }

  @Override
  public void close() {
    synchronized (open) {
      if (--users > 0) {
        return;
      }
      open.remove(key);
      closing = true;
      stop();
      folder.close();
    }
  }

  private synchronized void stop() {
    try {
      if (process.isAlive()) {
        run("pg_ctl", List.of("stop", "-m", "fast", "-t", "10", "-D", folder.cluster().toString()));
        process.waitFor(5, SECONDS);
      }
    } catch (IOException e) {
      log.warn("PostgreSQL did not stop by itself and is ended; nothing is lost", e);
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(String program, List<String> arguments) throws IOException {
    binaries.run(program, arguments, folder.serverLog());
  }

  private static int freePort() throws IOException {
    for (int attempt = 0; attempt < 100; attempt++) {
      int candidate = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
      try (var socket = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        log.debug("Port {} is taken", candidate);
      }
    }
    throw new IOException("no free port between %d and %d".formatted(LOWEST_PORT, HIGHEST_PORT));
  }

  static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
