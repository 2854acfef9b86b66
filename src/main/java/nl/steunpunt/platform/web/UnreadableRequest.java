package nl.steunpunt.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nl.steunpunt.platform.i18n.Messages;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Answers what the server could not read as a request at all, such as an address with a brace in
 * it. Nobody is signed in by then, and no page can be made: one sentence, as a problem (RFC 9457).
 */
final class UnreadableRequest extends ErrorReportValve {
  private final Messages messages;

  UnreadableRequest(Messages messages) {
    this.messages = messages;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failed) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    var language = language(request);
    var problem =
        """
        {"type":"about:blank","title":"%s","status":%d,"detail":"%s","code":"error.bad_request.text"}\
        """
            .formatted(
                messages.text(language, "error.bad_request"),
                response.getStatus(),
                messages.text(language, "error.bad_request.text"));
    var body = problem.getBytes(StandardCharsets.UTF_8);
    try {
      response.setContentType("application/problem+json");
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      // Whoever asked has gone.
      container.getLogger().debug("no error report", e);
    }
  }

  private static Locale language(Request request) {
    return Messages.nearest(request.getLocale());
  }
}
