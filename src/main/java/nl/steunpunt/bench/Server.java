package nl.steunpunt.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.steunpunt.bench.large.Database;

/** The product, started as bin/run starts it, on a data folder. */
final class Server implements AutoCloseable {
  private static final String UP = "Steunpunt is up: ";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path data;
  private final URI address;
  private final Duration startedIn;

  private Server(Process process, Path data, URI address, Duration startedIn) {
    this.process = process;
    this.data = data;
    this.address = address;
    this.startedIn = startedIn;
  }

  /**
   * @param command the JVM with its flags and the jar; what says where the data is comes after it
   */
  static Server start(List<String> command, Path data) throws IOException {
    var arguments = new ArrayList<>(command);
    arguments.add("--server.port=0");
    arguments.add("--steunpunt.data=" + data);
    Files.createDirectories(data);
    var log = data.resolve("server.log");
    var start = System.nanoTime();
    var process =
        new ProcessBuilder(arguments)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    // Also when the bench is stopped halfway.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    try {
      var address = awaitAddress(process, log);
      return new Server(process, data, address, Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException | RuntimeException e) {
      process.destroy();
      throw e;
    }
  }

  private static URI awaitAddress(Process process, Path log) throws IOException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      try (BufferedReader lines = Files.newBufferedReader(log)) {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith(UP)) {
            return URI.create(line.substring(UP.length()).strip());
          }
        }
      }
      pause();
    }
    throw new IOException("The server did not come up; it says why in " + log);
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Database database() {
    return new Database(data);
  }

  URI address() {
    return address;
  }

  long pid() {
    return process.pid();
  }

  long residentMegabytes() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/" + pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    }
  }

  /** From the start of the process to the line that says it is up. */
  Duration startedIn() {
    return startedIn;
  }

  /** With -9: it is told nothing, and so can put nothing in order. */
  void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As bin/run stops it; the database that it started ends with it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
