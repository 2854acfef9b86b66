package nl.steunpunt.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.steunpunt.platform.i18n.Messages;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
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
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
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
  /** What somebody can put right, or try once more, where they are. */
  private static final Set<HttpStatus> FORM_AGAIN =
      EnumSet.of(
          HttpStatus.BAD_REQUEST,
          HttpStatus.CONFLICT,
          HttpStatus.CONTENT_TOO_LARGE,
          HttpStatus.UNPROCESSABLE_CONTENT,
          HttpStatus.TOO_MANY_REQUESTS,
          HttpStatus.INTERNAL_SERVER_ERROR,
          HttpStatus.SERVICE_UNAVAILABLE);

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  /**
   * What the error page shows.
   *
   * @param typed texts that would be lost with the form they stood in
   */
  public record Shown(String title, String text, List<String> typed) {}

  private final Messages messages;
  private final RefusedForms forms;

  Errors(Messages messages, RefusedForms forms) {
    this.messages = messages;
    this.forms = forms;
  }

  @ExceptionHandler
  Object notFound(NotFound e, HttpServletRequest request) {
    return notFound(request);
  }

  private Object notFound(HttpServletRequest request) {
    return answer(request, HttpStatus.NOT_FOUND, "error.not_found", "error.not_found.text");
  }

  /** An id that is no number is a page that is not there; in a form, a choice that is not there. */
  @ExceptionHandler
  Object noId(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    return e.getParameter().hasParameterAnnotation(PathVariable.class) || !isForm(request)
        ? notFound(request)
        : refused(
            request,
            HttpStatus.UNPROCESSABLE_CONTENT,
            e.getName(),
            "error.refused",
            "error.form.unknown");
  }

  /** A word where a form has a number or a choice; its page shows that there is no such choice. */
  @ExceptionHandler
  Object unfit(MethodArgumentNotValidException e, HttpServletRequest request) {
    var field = e.getFieldError();
    return isForm(request)
        ? refused(
            request,
            HttpStatus.UNPROCESSABLE_CONTENT,
            field == null ? "" : field.getField(),
            "error.refused",
            "error.form.unknown")
        : answer(request, HttpStatus.BAD_REQUEST, "error.bad_request", "error.bad_request.text");
  }

  /** Chosen or filled in nothing where the form cannot do without. */
  @ExceptionHandler
  Object missing(MissingRequestValueException e, HttpServletRequest request) {
    var field =
        switch (e) {
          case MissingServletRequestParameterException parameter -> parameter.getParameterName();
          default -> "";
        };
    return field.isEmpty() || !isForm(request)
        ? answer(request, HttpStatus.BAD_REQUEST, "error.bad_request", "error.bad_request.text")
        : refused(
            request,
            HttpStatus.UNPROCESSABLE_CONTENT,
            field,
            "error.refused",
            "error.form.missing");
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
    return refused(
        request, status, refusal.field(), "error.refused", refusal.key(), refusal.arguments());
  }

  @ExceptionHandler
  Object later(TryLater later, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
    return answer(request, later.status(), "error.refused", later.key(), later.minutes());
  }

  @ExceptionHandler
  Object tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request) {
    var text =
        e.getMaxUploadSize() > FormLimitFilter.MOST_FIELDS
            ? "error.too_large.text"
            : "error.too_large.form";
    return answer(request, HttpStatus.CONTENT_TOO_LARGE, "error.too_large", text);
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class
  })
  Object away(Exception e, HttpServletRequest request, HttpServletResponse response) {
    LOG.warn("database away: {}", e.getMessage());
    return away(request, response);
  }

  private Object away(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(HttpHeaders.RETRY_AFTER, "10");
    return answer(request, HttpStatus.SERVICE_UNAVAILABLE, "error.away", "error.away.text");
  }

  /** A body that is no JSON, or has a word where a number belongs. */
  @ExceptionHandler
  Object unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
    return answer(request, HttpStatus.BAD_REQUEST, "error.bad_request", "error.bad_request.text");
  }

  /**
   * A query or form that is no text, or has more fields than any of ours. The server's own sentence
   * repeats what was sent.
   */
  @ExceptionHandler
  Object broken(InvalidParameterException e, HttpServletRequest request) {
    return e.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
        ? tooLarge(new MaxUploadSizeExceededException(FormLimitFilter.MOST_FIELDS), request)
        : answer(request, HttpStatus.BAD_REQUEST, "error.bad_request", "error.bad_request.text");
  }

  /** The firewall looks at a header when it is read; what is in it does not belong in the log. */
  @ExceptionHandler
  Object rejected(RequestRejectedException e, HttpServletRequest request) {
    return answer(request, HttpStatus.BAD_REQUEST, "error.bad_request", "error.bad_request.text");
  }

  /** The reader of a stream went away: nobody is left to tell. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException e) {}

  @ExceptionHandler
  Object notAForm(MultipartException e, HttpServletRequest request, HttpServletResponse response) {
    return switch (e.getCause()) {
      case TryLater later -> later(later, request, response);
      case InvalidParameterException broken -> broken(broken, request);
      case null, default ->
          answer(request, HttpStatus.BAD_REQUEST, "error.bad_request", "error.bad_request.text");
    };
  }

  @ExceptionHandler
  Object other(Exception e, HttpServletRequest request, HttpServletResponse response) {
    if (isReaderGone(e)) {
      return new ModelAndView();
    }
    if (e instanceof ErrorResponse known) {
      known
          .getHeaders()
          .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
      var status = HttpStatus.valueOf(known.getStatusCode().value());
      return switch (e) {
        case HttpRequestMethodNotSupportedException method ->
            answer(
                request,
                status,
                "error.bad_request",
                "error.method.text",
                words(method.getSupportedHttpMethods()));
        case HttpMediaTypeNotSupportedException type ->
            answer(
                request,
                status,
                "error.bad_request",
                "error.media.text",
                words(type.getSupportedMediaTypes()));
        case HttpMediaTypeNotAcceptableException type ->
            answer(
                request,
                status,
                "error.bad_request",
                "error.accept.text",
                words(type.getSupportedMediaTypes()));
        default ->
            status == HttpStatus.NOT_FOUND
                ? notFound(request)
                : answer(request, status, "error.bad_request", "error.bad_request.text");
      };
    }
    if (isConnectionLost(e)) {
      return away(e, request, response);
    }
    LOG.error(
        "{} {}",
        request.getMethod(),
        request.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern"),
        e);
    return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, "error.ours", "error.ours.text");
  }

  private static String words(@Nullable Collection<?> known) {
    return known == null
        ? ""
        : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  /** What was refused before any controller was chosen, by the server or by a filter. */
  Object refusedEarly(HttpServletRequest request, HttpServletResponse response) {
    var status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.BAD_REQUEST)
            : HttpStatus.NOT_FOUND;
    if (status == HttpStatus.NOT_FOUND) {
      return notFound(request);
    }
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      return away(request, response);
    }
    if (status == HttpStatus.TOO_MANY_REQUESTS) {
      return answer(request, status, "error.refused", "error.too_often.text");
    }
    return status.is5xxServerError()
        ? answer(request, status, "error.ours", "error.ours.text")
        : answer(request, status, "error.bad_request", "error.bad_request.text");
  }

  /** Hung up in the middle of an answer: nobody is left to tell, and nothing is wrong here. */
  private static boolean isReaderGone(Throwable e) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClientAbortException) {
        return true;
      }
    }
    return false;
  }

  /**
   * Lost in the middle of a statement or at the commit: classes 08 (connection) and 57P (shutdown).
   * What the pool says of a connection that it has thrown away as broken has no class: PostgreSQL
   * always says one.
   */
  private static boolean isConnectionLost(Throwable e) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        var state = sql.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
      }
    }
    return false;
  }

  private Object answer(
      HttpServletRequest request,
      HttpStatus status,
      String title,
      String text,
      @Nullable Object... arguments) {
    return refused(request, status, "", title, text, arguments);
  }

  /**
   * @param field the name of the one it is about; empty: not known
   */
  private Object refused(
      HttpServletRequest request,
      HttpStatus status,
      String field,
      String title,
      String text,
      @Nullable Object... arguments) {
    var language = Pages.language(request, Pages.viewer());
    var shown =
        new Shown(
            messages.text(language, title),
            messages.text(language, text, arguments),
            RefusedForms.typed(request));
    if (Paths.isApi(request)) {
      var problem = ProblemDetail.forStatusAndDetail(status, shown.text);
      problem.setTitle(shown.title);
      problem.setType(URI.create("about:blank"));
      problem.setProperty("code", text);
      return ResponseEntity.status(status).body(problem);
    }
    if (isForm(request) && FORM_AGAIN.contains(status)) {
      var again = new ModelAndView(forms.view(shown, field, status), "it", shown);
      again.setStatus(status);
      return again;
    }
    var page =
        new ModelAndView(
            Htmx.asks(request) ? "platform/web/error-part" : "platform/web/error", "it", shown);
    page.setStatus(status);
    return page;
  }

  private static boolean isForm(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null
        && !Paths.isApi(request)
        && !Htmx.asks(request);
  }
}
