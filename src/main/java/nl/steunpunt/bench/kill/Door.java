package nl.steunpunt.bench.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way in to all nodes, as a balancer and a patient client make it together: a request goes to
 * one node, and when that does not answer, or says not now, to the next, until one does the work or
 * refuses it. Whether the first one had done it before it died is the server's to know: what is
 * sent again has the same key.
 */
final class Door {
  static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  static final JsonMapper JSON = new JsonMapper();

  /** A move of the clock through thousands of timers is one request. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Of such a move, while node after node is killed. */
  private static final Duration GIVES_UP = Duration.ofMinutes(15);

  private final List<URI> nodes;
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong again = new AtomicLong();
  private final AtomicLong wrong = new AtomicLong();

  /** What the server said at last. */
  record Answer(int status, JsonNode body) {
    boolean isDone() {
      return status < 300;
    }
  }

  Door(List<URI> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  long sent() {
    return sent.get();
  }

  /** How often a request had to be sent again. */
  long again() {
    return again.get();
  }

  /** Answers that a client can make nothing of: neither work, nor a refusal, nor "not now". */
  long wrong() {
    return wrong.get();
  }

  URI node() {
    return nodes.get(Math.floorMod(turn.get(), nodes.size()));
  }

  /** That one did not answer. */
  void turnAwayFrom(URI node) {
    if (node.equals(node())) {
      turn.incrementAndGet();
    }
  }

  Answer get(String token, String path) {
    return send(path, token, request -> request.GET());
  }

  Answer post(String token, @Nullable String key, String path, Map<String, ?> body) {
    return send(
        path,
        token,
        request -> {
          if (key != null) {
            request.header("Idempotency-Key", key);
          }
          return request
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        });
  }

  Answer put(String token, String path, Map<String, ?> body) {
    return send(
        path,
        token,
        request ->
            request
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  Answer load(String token, String path, String csv) {
    return send(
        path,
        token,
        request ->
            request
                .header("Content-Type", "text/csv;charset=UTF-8")
                .POST(BodyPublishers.ofString(csv)));
  }

  private interface Filling {
    HttpRequest.Builder fill(HttpRequest.Builder request);
  }

  private Answer send(String path, String token, Filling filling) {
    sent.incrementAndGet();
    var deadline = System.nanoTime() + GIVES_UP.toNanos();
    while (System.nanoTime() < deadline) {
      var node = node();
      try {
        var request = HttpRequest.newBuilder(node.resolve("/api/v1" + path)).timeout(PATIENCE);
        if (!token.isEmpty()) {
          request.header("Authorization", "Bearer " + token);
        }
        var response = HTTP.send(filling.fill(request).build(), BodyHandlers.ofString());
        if (isFinal(path, response)) {
          return new Answer(response.statusCode(), JSON.readTree(response.body()));
        }
      } catch (IOException broken) {
        // Sent again, below.
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      again.incrementAndGet();
      turnAwayFrom(node);
      Kill.pause(100);
    }
    throw new IllegalStateException(path + " was not answered in " + GIVES_UP);
  }

  private boolean isFinal(String path, HttpResponse<String> response) {
    var status = response.statusCode();
    if (status == 503) {
      return false;
    }
    if (status == 401 || status >= 500) {
      wrong.incrementAndGet();
      System.err.println(path + " answered " + status + ": " + response.body());
      return false;
    }
    return true;
  }
}
