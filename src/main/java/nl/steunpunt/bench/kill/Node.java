package nl.steunpunt.bench.kill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One server, started again on the same port and data as often as it is killed. */
final class Node implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern SET_UP = Pattern.compile("http://\\S+(/first-run/\\S+)");

  /** Ports that were given out; they may not be in use yet. */
  private static final Set<Integer> given = new HashSet<>();

  private final List<String> command;
  private final Map<String, String> environment;
  private final Path data;
  private final URI address;
  private @Nullable Process process;

  /**
   * @param command the JVM with its flags, and options of this node's own
   * @param environment what must not be seen in a list of processes
   */
  Node(List<String> command, Map<String, String> environment, Path data) throws IOException {
    var port = freePort();
    this.command = new ArrayList<>(command);
    this.command.add("--server.port=" + port);
    this.command.add("--steunpunt.data=" + data);
    this.environment = environment;
    this.data = data;
    address = URI.create("http://127.0.0.1:" + port);
    Files.createDirectories(data);
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  static int freePort() throws IOException {
    // Below the ports that Linux gives to who calls, or a caller might hold it after a kill.
    for (int port = 21_000; port < 32_000; port += 7) {
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        if (socket.getLocalPort() == port && given.add(port)) {
          return port;
        }
      } catch (IOException taken) {
        // The next one.
      }
    }
    throw new IOException("no free port");
  }

  URI address() {
    return address;
  }

  Path data() {
    return data;
  }

  void start() throws IOException {
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().putAll(environment);
    process = builder.start();
  }

  private Path log() {
    return data.resolve("server.log");
  }

  /** With -9: it is told nothing, and so can put nothing in order. */
  void kill() {
    var running = process;
    if (running != null) {
      running.destroyForcibly();
      try {
        running.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Returns how long that took from now. */
  Duration awaitReady() throws IOException {
    var start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      var running = process;
      if (running == null || !running.isAlive()) {
        throw new IOException("The server ended; it says why in " + log());
      }
      if (isReady()) {
        return Duration.ofNanos(System.nanoTime() - start);
      }
      Kill.pause(50);
    }
    throw new IOException("The server did not come up; it says why in " + log());
  }

  private boolean isReady() {
    var request =
        HttpRequest.newBuilder(address.resolve("/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return Door.HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where the first administrator is made, as the log gives it to who started the server. */
  URI setUpLink() throws IOException {
    for (var tries = 0; tries < 100; tries++) {
      var link = SET_UP.matcher(Files.readString(log()));
      if (link.find()) {
        return address.resolve(link.group(1));
      }
      Kill.pause(100);
    }
    throw new IOException("There is no set-up link in " + log());
  }

  /** As an operator stops it; the database that it started ends with it. */
  @Override
  public void close() {
    var running = process;
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(20, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
