package nl.steunpunt.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An open event stream of one person. */
final class Stream implements AutoCloseable {
  /**
   * @param id where to go on; empty when the event has none
   */
  record Event(String id, String kind, JsonNode data) {}

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final InputStream body;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  /** Power users come and go while a test looks at something else. */
  private final BlockingQueue<Event> presences = new LinkedBlockingQueue<>();

  private Stream(InputStream body) {
    this.body = body;
    Thread.ofVirtual().start(this::read);
  }

  static Stream open(Client client, @Nullable String lastEventId) throws Exception {
    var request = client.request("/events");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    return open(request);
  }

  static Stream open(HttpRequest.Builder request) throws Exception {
    request.header("Accept", "text/event-stream");
    var response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }
    return new Stream(response.body());
  }

  /** The next one; fails when none comes in five seconds. */
  Event next() throws InterruptedException {
    var event = events.poll(5, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("no event came");
    }
    return event;
  }

  /** The next one of somebody's presence, of whom is not asked. */
  long nextPresence() throws InterruptedException {
    var event = presences.poll(5, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("nobody came or went");
    }
    return event.data().get("subject").asLong();
  }

  boolean heardOfNobody() {
    return presences.isEmpty();
  }

  boolean isQuiet() throws InterruptedException {
    return events.poll(1500, TimeUnit.MILLISECONDS) == null;
  }

  /** Waits for it, five seconds. */
  boolean ends() throws InterruptedException {
    return ended.await(5, TimeUnit.SECONDS);
  }

  private void read() {
    var id = "";
    var kind = "";
    var data = "";
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
          kind = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          data = line.substring(5);
        } else if (line.isEmpty() && !data.isEmpty()) {
          (kind.equals("presence") ? presences : events)
              .add(new Event(id, kind, JSON.readTree(data)));
          id = "";
          data = "";
        }
      }
    } catch (IOException e) {
      // Closed by the test.
    } finally {
      ended.countDown();
    }
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
