package nl.steunpunt.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The open screen of one person: their event stream. It notes when a question came on it, by {@link
 * System#nanoTime()}.
 */
final class Screen {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE_SECONDS = 30;

  private final Map<String, CompletableFuture<Long>> arrivals = new ConcurrentHashMap<>();

  private Screen() {}

  /** Open when this returns: what happens from now on is heard. */
  static Screen open(Api api) {
    var screen = new Screen();
    var open = new CompletableFuture<Long>();
    screen.arrivals.put("hello", open);
    Thread.ofVirtual().start(() -> screen.watch(api, open));
    await(open, "the event stream");
    return screen;
  }

  private void watch(Api api, CompletableFuture<Long> open) {
    try {
      var request = api.request("/events").header("Accept", "text/event-stream").build();
      var response = Api.HTTP.send(request, BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new IOException("the event stream answered " + response.statusCode());
      }
      try (var lines =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
        String kind = "";
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("event:")) {
            kind = line.substring(6).strip();
          } else if (line.startsWith("data:")) {
            heard(kind, line.substring(5), System.nanoTime());
          }
        }
      }
    } catch (IOException e) {
      open.completeExceptionally(new UncheckedIOException(e));
    } catch (InterruptedException e) {
      open.completeExceptionally(e);
    }
  }

  private void heard(String kind, String data, long at) {
    var event = JSON.readTree(data);
    var name =
        kind.equals("question")
            ? name(event.get("subject").asLong(), event.get("detail").asString(""))
            : kind;
    arrivals.computeIfAbsent(name, none -> new CompletableFuture<>()).complete(at);
  }

  /** When this happened to the question on this screen; waits for it. */
  long sees(long question, String what) {
    var name = name(question, what);
    return await(arrivals.computeIfAbsent(name, none -> new CompletableFuture<>()), name);
  }

  private static String name(long question, String what) {
    return "question " + question + " " + what;
  }

  private static long await(CompletableFuture<Long> arrival, String what) {
    try {
      return arrival.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException(what + " never came on the screen", e);
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(what, e);
    }
  }
}
