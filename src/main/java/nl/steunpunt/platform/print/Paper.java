package nl.steunpunt.platform.print;

import java.util.List;
import java.util.Locale;

/**
 * A paper as it is printed.
 *
 * @param subject one sentence that says what it is, for search and screen readers
 */
public record Paper(Look look, Locale language, String title, String subject, List<Block> blocks) {

  public enum Look {
    LETTER,
    /** On its side, large and in the middle. */
    CERTIFICATE
  }

  public sealed interface Block {}

  public record Heading(String words) implements Block {}

  public Paper titled(String other) {
    return new Paper(look, language, other, subject, blocks);
  }

  /** Line breaks in it stay. */
  public record Text(String words) implements Block {}

  public record Bullets(List<String> items) implements Block {}
}
