package nl.steunpunt.platform.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One open stream of one person, in the words of <a
 * href="https://html.spec.whatwg.org/multipage/server-sent-events.html">server-sent events</a>.
 * What is told before its connection is there waits for it.
 */
final class LiveStream {
  private static final int AGAIN_AFTER_MILLIS = 1_000;

  /** A connection that has not come by then never will. */
  private static final int BEATS_WITHOUT_CONNECTION = 2;

  private final long person;
  private final long signIn;
  private final long openedNanos = System.nanoTime();
  private final JsonMapper json;
  private final Consumer<LiveStream> onEnd;
  private @Nullable ByteArrayOutputStream early = new ByteArrayOutputStream();
  private @Nullable LiveConnection connection;
  private int beatsWithoutConnection;
  private boolean ended;

  record Body(long event, String kind, long subject, @Nullable String detail) {}

  /**
   * @param signIn with which it was opened, and ends
   * @param onEnd hears once that it ended, whoever ended it
   */
  LiveStream(long person, long signIn, JsonMapper json, Consumer<LiveStream> onEnd) {
    this.person = person;
    this.signIn = signIn;
    this.json = json;
    this.onEnd = onEnd;
  }

  long person() {
    return person;
  }

  long signIn() {
    return signIn;
  }

  /** On the machine's own clock: {@link System#nanoTime}. */
  long openedNanos() {
    return openedNanos;
  }

  synchronized void connect(LiveConnection to) {
    connection = to;
    if (ended) {
      to.close();
    } else if (early != null) {
      write(early.toByteArray());
    }
    early = null;
  }

  /**
   * Only the last event of a batch carries the position: a connection that breaks half-way resumes
   * before the batch, and a repeated event is recognised by its number.
   */
  void send(List<LiveEvent> events, @Nullable String position) {
    var text = new StringBuilder();
    for (int i = 0; i < events.size(); i++) {
      var event = events.get(i);
      var body = new Body(event.id(), event.kind(), event.subject(), event.detail());
      text.append("event:").append(event.kind()).append("\ndata:");
      text.append(json.writeValueAsString(body)).append('\n');
      if (position != null && i == events.size() - 1) {
        text.append("id:").append(position).append('\n');
      }
      text.append('\n');
    }
    write(text.toString());
  }

  /**
   * Opens the stream with where it stands; {@code reset} says that the screen must be read anew.
   */
  void hello(String position, boolean known) {
    write(
        "event:%s\ndata:{}\nid:%s\nretry:%d\n\n"
            .formatted(known ? "hello" : "reset", position, AGAIN_AFTER_MILLIS));
  }

  synchronized void beat() {
    if (connection == null && ++beatsWithoutConnection >= BEATS_WITHOUT_CONNECTION) {
      end();
    }
    write(":\n\n");
  }

  private void write(String text) {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  private synchronized void write(byte[] bytes) {
    if (ended) {
      return;
    }
    if (connection == null) {
      if (early != null) {
        early.writeBytes(bytes);
      }
      return;
    }
    try {
      connection.send(bytes);
    } catch (IOException e) {
      end();
    }
  }

  /** The browser opens another one, and goes on where this one was. */
  synchronized void end() {
    if (!ended) {
      ended = true;
      onEnd.accept(this);
      if (connection != null) {
        connection.close();
      }
    }
  }
}
