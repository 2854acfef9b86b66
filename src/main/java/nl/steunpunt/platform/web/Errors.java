package nl.steunpunt.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import nl.steunpunt.platform.i18n.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What goes wrong, said in the asker's language: as a page, as part of one, or on the API as a
 * problem (RFC 9457).
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  /** What the error page shows. */
  public record Shown(String title, String text) {}

  private final Messages messages;

  Errors(Messages messages) {
    this.messages = messages;
  }

  /** An id that is no number is a page that is not there. */
  @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
  Object notFound(HttpServletRequest request) {
    return answer(request, HttpStatus.NOT_FOUND, "error.not_found", "error.not_found.text");
  }

  @ExceptionHandler
  Object notSignedIn(NotSignedIn e, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    return answer(
        request, HttpStatus.UNAUTHORIZED, "error.not_signed_in", "error.not_signed_in.text");
  }

  @ExceptionHandler
  Object refused(Refusal refusal, HttpServletRequest request) {
    var status = refusal.isConflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    return answer(request, status, "error.refused", refusal.key(), refusal.arguments());
  }

  @ExceptionHandler
  Object later(TryLater later, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
    return answer(request, later.status(), "error.refused", later.key(), later.minutes());
  }

  @ExceptionHandler
  Object tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request) {
    return answer(request, HttpStatus.CONTENT_TOO_LARGE, "error.too_large", "error.too_large.text");
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class
  })
  Object away(Exception e, HttpServletRequest request, HttpServletResponse response) {
    LOG.warn("database away: {}", e.getMessage());
    response.setHeader(HttpHeaders.RETRY_AFTER, "10");
    return answer(request, HttpStatus.SERVICE_UNAVAILABLE, "error.away", "error.away.text");
  }

  /** A body that is no JSON, or has a word where a number belongs. */
  @ExceptionHandler
  Object unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
    return answer(request, HttpStatus.BAD_REQUEST, "error.bad_request", "error.bad_request.text");
  }

  /** The reader of a stream went away: nobody is left to tell. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException e) {}

  @ExceptionHandler
  Object notAForm(MultipartException e, HttpServletRequest request) {
    return answer(request, HttpStatus.BAD_REQUEST, "error.bad_request", "error.bad_request.text");
  }

  @ExceptionHandler
  Object other(Exception e, HttpServletRequest request) {
    if (e instanceof ErrorResponse known) {
      var status = HttpStatus.valueOf(known.getStatusCode().value());
      return status == HttpStatus.NOT_FOUND
          ? notFound(request)
          : answer(request, status, "error.bad_request", "error.bad_request.text");
    }
    LOG.error(
        "{} {}",
        request.getMethod(),
        request.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern"),
        e);
    return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, "error.ours", "error.ours.text");
  }

  private Object answer(
      HttpServletRequest request,
      HttpStatus status,
      String title,
      String text,
      Object... arguments) {
    var language = Pages.language(request, Pages.viewer());
    var shown = new Shown(messages.text(language, title), messages.text(language, text, arguments));
    if (request.getRequestURI().startsWith("/api/")) {
      var problem = ProblemDetail.forStatusAndDetail(status, shown.text);
      problem.setTitle(shown.title);
      problem.setType(URI.create("about:blank"));
      problem.setProperty("code", text);
      return ResponseEntity.status(status).body(problem);
    }
    var page =
        new ModelAndView(
            Htmx.asks(request) ? "platform/web/error-part" : "platform/web/error", "it", shown);
    page.setStatus(status);
    return page;
  }
}
