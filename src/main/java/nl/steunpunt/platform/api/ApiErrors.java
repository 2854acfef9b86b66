package nl.steunpunt.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.steunpunt.platform.api.Invalid.Wrong;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.web.Errors;
import nl.steunpunt.platform.web.Pages;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Says where a request cannot be read. What is not about its form is left to {@link Errors}. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {
  /** What is wrong with many members or lines is said of the first ones in the sentence. */
  private static final int MOST_SAID = 5;

  private static final Map<Class<?>, String> EXPECTED =
      Map.of(
          String.class, "api.member.text",
          Instant.class, "api.member.moment",
          LocalDate.class, "api.member.date",
          Duration.class, "api.member.duration",
          Ref.class, "api.member.ref");

  private final Messages messages;
  private final JsonMapper json;

  ApiErrors(Messages messages, JsonMapper json) {
    this.messages = messages;
    this.json = json;
  }

  /** For a filter, before any controller is chosen. */
  void write(Invalid invalid, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(invalid.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), invalid(invalid, request).getBody());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(Invalid invalid, HttpServletRequest request) {
    return answer(request, invalid.status(), invalid.wrong());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(
      HttpMessageNotReadableException e, HttpServletRequest request) {
    // Thrown while the body was read, and wrapped by whoever read it.
    if (NestedExceptionUtils.getMostSpecificCause(e) instanceof Invalid invalid) {
      return invalid(invalid, request);
    }
    var wrong =
        e.getCause() instanceof JacksonException json
            ? wrong(json)
            : Wrong.of("", "api.body.missing");
    return answer(request, HttpStatus.BAD_REQUEST, List.of(wrong));
  }

  private static Wrong wrong(JacksonException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          Wrong.of(
              pointer(e),
              "api.member.unknown",
              unknown.getKnownPropertyIds() == null
                  ? ""
                  : unknown.getKnownPropertyIds().stream()
                      .map(String::valueOf)
                      .sorted()
                      .collect(Collectors.joining(", ")));
      case MismatchedInputException mismatch
          when mismatch.getTargetType() != null && mismatch.getTargetType().isEnum() ->
          Wrong.of(pointer(e), "api.member.one_of", words(mismatch.getTargetType()));
      case MismatchedInputException mismatch -> Wrong.of(pointer(e), expected(mismatch));
      case StreamReadException torn ->
          Wrong.of(
              "",
              "api.body.torn",
              torn.getLocation().getLineNr(),
              torn.getLocation().getColumnNr());
      default -> Wrong.of(pointer(e), "api.member.wrong");
    };
  }

  private static String words(Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .map(word -> ((Enum<?>) word).name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String expected(MismatchedInputException e) {
    var type = e.getTargetType();
    if (type == null) {
      return "api.member.wrong";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "api.member.truth";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "api.member.number";
    }
    return EXPECTED.getOrDefault(
        type, type.isRecord() && e.getPath().isEmpty() ? "api.body.object" : "api.member.wrong");
  }

  private static String pointer(JacksonException e) {
    return e.getPath().stream()
        .map(at -> at.getPropertyName() == null ? "" + at.getIndex() : at.getPropertyName())
        .map(part -> "/" + part.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  /** In the path a number that is none is a thing that is not there. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> mistyped(
      MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    if (e.getParameter().hasParameterAnnotation(PathVariable.class)) {
      return problem(
          request, HttpStatus.NOT_FOUND, "error.not_found", "error.not_found.text", List.of());
    }
    return answer(
        request, HttpStatus.BAD_REQUEST, List.of(Wrong.of(e.getName(), "api.parameter.wrong")));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> missing(
      MissingServletRequestParameterException e, HttpServletRequest request) {
    return answer(
        request,
        HttpStatus.BAD_REQUEST,
        List.of(Wrong.of(e.getParameterName(), "api.member.missing")));
  }

  private ResponseEntity<ProblemDetail> answer(
      HttpServletRequest request, HttpStatus status, List<Wrong> wrong) {
    var title = status == HttpStatus.CONTENT_TOO_LARGE ? "error.too_large" : "error.bad_request";
    return problem(request, status, title, wrong.getFirst().key(), wrong);
  }

  private ResponseEntity<ProblemDetail> problem(
      HttpServletRequest request, HttpStatus status, String title, String code, List<Wrong> wrong) {
    var language = Pages.language(request, Pages.viewer());
    var details =
        wrong.stream()
            .map(one -> messages.text(language, one.key(), one.arguments().toArray()))
            .toList();
    var problem =
        ProblemDetail.forStatusAndDetail(
            status,
            wrong.isEmpty()
                ? messages.text(language, code)
                : details.stream().distinct().limit(MOST_SAID).collect(Collectors.joining(" ")));
    problem.setTitle(messages.text(language, title));
    problem.setType(URI.create("about:blank"));
    problem.setProperty("code", code);
    if (!wrong.isEmpty()) {
      problem.setProperty(
          "errors",
          IntStream.range(0, wrong.size())
              .mapToObj(i ->
                  Map.of(wrong.get(i).placeName(), wrong.get(i).member(), "detail", details.get(i)))
              .toList());
    }
    return ResponseEntity.status(status).body(problem);
  }
}
