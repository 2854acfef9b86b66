package nl.steunpunt.platform.live;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** One open stream of one person. Holds no thread while it waits. */
final class LiveStream {
  private final long person;
  private final SseEmitter emitter = new SseEmitter(0L);
  private final JsonMapper json;

  record Body(long event, String kind, long subject, @Nullable String detail) {}

  LiveStream(long person, JsonMapper json) {
    this.person = person;
    this.json = json;
  }

  long person() {
    return person;
  }

  SseEmitter emitter() {
    return emitter;
  }

  /**
   * Only the last event of a batch carries the position: a connection that breaks half-way resumes
   * before the batch, and a repeated event is recognised by its number.
   */
  synchronized void send(List<LiveEvent> events, @Nullable String position) {
    try {
      for (int i = 0; i < events.size(); i++) {
        var event = events.get(i);
        var frame =
            SseEmitter.event()
                .name(event.kind())
                .data(
                    json.writeValueAsString(
                        new Body(event.id(), event.kind(), event.subject(), event.detail())));
        emitter.send(position != null && i == events.size() - 1 ? frame.id(position) : frame);
      }
    } catch (IOException | IllegalStateException e) {
      fail(e);
    }
  }

  /**
   * Opens the stream with where it stands; {@code reset} says that the screen must be read anew.
   */
  synchronized void hello(String position, boolean known) {
    try {
      emitter.send(
          SseEmitter.event()
              .name(known ? "hello" : "reset")
              .data("{}")
              .id(position)
              .reconnectTime(1_000));
    } catch (IOException | IllegalStateException e) {
      fail(e);
    }
  }

  synchronized void beat() {
    try {
      emitter.send(SseEmitter.event().comment(""));
    } catch (IOException | IllegalStateException e) {
      fail(e);
    }
  }

  /**
   * The server may have noticed first and then takes no more; that must not keep the others' news.
   */
  private void fail(Exception e) {
    try {
      emitter.completeWithError(e);
    } catch (IllegalStateException alreadyEnded) {
      // Ended is what it should be.
    }
  }

  void close() {
    emitter.complete();
  }
}
