package nl.steunpunt.platform.live;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.steunpunt.platform.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The event stream, for pages and for the API: the same events, with the same right to resume. */
@RestController
class LiveController {
  /** A PostgreSQL snapshot as text: xmin:xmax:running. */
  private static final Pattern POSITION = Pattern.compile("\\d{1,19}:\\d{1,19}:[\\d,]{0,4000}");

  private final LiveHub hub;
  private final JsonMapper json;

  LiveController(LiveHub hub, JsonMapper json) {
    this.hub = hub;
    this.json = json;
  }

  @GetMapping(
      path = {"/events", "/api/v1/events"},
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void open(
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, ServletException {
    var viewer = Objects.requireNonNull(Pages.viewer());
    var stream = new LiveStream(viewer.number(), viewer.signInId(), json, hub::remove);
    // Added before it looks back: what happens in between comes twice rather than never.
    hub.add(stream);
    try {
      greet(stream, last);
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      // A page of somebody who signed out here must not go on hearing for who signed in after.
      response.setHeader("Steunpunt-Person", Long.toString(viewer.number()));
      // Its end is the end of the connection; so nothing need be counted in pieces.
      response.setHeader(HttpHeaders.CONNECTION, "close");
      response.flushBuffer();
      request.upgrade(LiveConnection.class).carry(stream);
    } catch (IOException | ServletException | RuntimeException e) {
      stream.end();
      throw e;
    }
  }

  private void greet(LiveStream stream, @Nullable String last) {
    if (last == null || !POSITION.matcher(last).matches() || !hub.isPosition(last)) {
      stream.hello(hub.position(), last == null);
      return;
    }
    var missed = hub.missed(stream.person(), last);
    if (missed.known()) {
      stream.send(missed.events(), missed.position());
    }
    stream.hello(missed.position(), missed.known());
  }
}
