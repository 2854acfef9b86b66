package nl.steunpunt.platform.api;

import java.util.List;
import org.springframework.http.HttpStatus;

/** What a client sent cannot be, and where: a problem with {@code errors} that point at it. */
public class Invalid extends RuntimeException {
  /**
   * @param member a JSON pointer into the body, or without a slash the name of a parameter
   * @param key the sentence that says what is wrong
   */
  public record Wrong(String member, String key, List<Object> arguments) {
    static Wrong of(String member, String key, Object... arguments) {
      return new Wrong(member, key, List.of(arguments));
    }

    /** What the member is called in the problem. */
    String placeName() {
      if (member.isEmpty() || member.startsWith("/")) {
        return "pointer";
      }
      return member.startsWith("line ") ? "line" : "parameter";
    }
  }

  private final HttpStatus status;
  private final transient List<Wrong> wrong;

  Invalid(HttpStatus status, List<Wrong> wrong) {
    super(wrong.toString(), null, false, false);
    this.status = status;
    this.wrong = List.copyOf(wrong);
  }

  /** The body was read, but this member cannot be done. */
  public static Invalid member(String pointer, String key, Object... arguments) {
    return new Invalid(
        HttpStatus.UNPROCESSABLE_CONTENT, List.of(Wrong.of(pointer, key, arguments)));
  }

  public static Invalid parameter(String name, String key, Object... arguments) {
    return new Invalid(HttpStatus.BAD_REQUEST, List.of(Wrong.of(name, key, arguments)));
  }

  static Invalid tooLarge(int mostBytes) {
    return new Invalid(
        HttpStatus.CONTENT_TOO_LARGE,
        List.of(Wrong.of("", "api.body.too_large", mostBytes / 1024)));
  }

  /** A row of a file that is the body: {@code column} is empty when the row as a whole is wrong. */
  public record Line(int number, String column, String key, String value) {}

  public static Invalid lines(List<Line> lines) {
    return new Invalid(
        HttpStatus.UNPROCESSABLE_CONTENT,
        lines.stream()
            .map(line ->
                Wrong.of(
                    "line " + line.number + (line.column.isEmpty() ? "" : ", " + line.column),
                    line.key,
                    line.value))
            .toList());
  }

  HttpStatus status() {
    return status;
  }

  List<Wrong> wrong() {
    return wrong;
  }
}
