package nl.steunpunt.bench.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The event stream of one person, opened again wherever there is a node each time it breaks, from
 * where it was.
 */
final class Screen implements AutoCloseable {
  private final Door door;
  private final String token;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final AtomicLong resets = new AtomicLong();

  /** By what was told, the numbers of the events that told it. */
  private final Map<String, Set<Long>> told = new ConcurrentHashMap<>();

  private volatile String position = "";

  Screen(Door door, String token) {
    this.door = door;
    this.token = token;
    Thread.ofVirtual().name("screen").start(this::run);
  }

  boolean isOpen() {
    return !position.isEmpty();
  }

  /** How often the server could not say what was missed, so that a screen reads all of it anew. */
  long resets() {
    return resets.get();
  }

  /** How many events said that this happened to the question. */
  int times(long question, String what) {
    return told.getOrDefault(question + " " + what, Set.of()).size();
  }

  private void run() {
    while (open.get()) {
      var node = door.node();
      try {
        var request =
            HttpRequest.newBuilder(node.resolve("/api/v1/events"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (!position.isEmpty()) {
          request.header("Last-Event-ID", position);
        }
        var response = Door.HTTP.send(request.build(), BodyHandlers.ofInputStream());
        try (var lines =
            new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
          if (response.statusCode() == 200) {
            read(lines);
          }
        }
      } catch (IOException broken) {
        // Opened again, below.
      } catch (InterruptedException e) {
        return;
      }
      door.turnAwayFrom(node);
      Kill.pause(100);
    }
  }

  /** As a browser reads it: a position counts when its event is complete. */
  private void read(BufferedReader lines) throws IOException {
    String kind = "";
    String data = "";
    String id = "";
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("event:")) {
        kind = line.substring(6).strip();
      } else if (line.startsWith("data:")) {
        data = line.substring(5);
      } else if (line.startsWith("id:")) {
        id = line.substring(3).strip();
      } else if (line.isEmpty()) {
        heard(kind, data);
        position = id.isEmpty() ? position : id;
        kind = data = id = "";
      }
    }
  }

  private void heard(String kind, String data) {
    if (kind.equals("reset")) {
      resets.incrementAndGet();
    } else if (kind.equals("question")) {
      var event = Door.JSON.readTree(data);
      told.computeIfAbsent(
              event.get("subject").asLong() + " " + event.get("detail").asString(""),
              none -> ConcurrentHashMap.newKeySet())
          .add(event.get("event").asLong());
    }
  }

  @Override
  public void close() {
    open.set(false);
  }
}
