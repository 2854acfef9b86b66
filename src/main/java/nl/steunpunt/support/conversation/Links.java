package nl.steunpunt.support.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the web addresses in what people write; the template makes links of them and escapes the
 * rest.
 */
public final class Links {
  /** Ends before what closes a sentence or bracket around it. */
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)\\]}'’”]");

  private Links() {}

  public record Piece(String text, boolean isLink) {}

  public static List<Piece> in(String text) {
    var pieces = new ArrayList<Piece>();
    var found = ADDRESS.matcher(text);
    var at = 0;
    while (found.find()) {
      if (found.start() > at) {
        pieces.add(new Piece(text.substring(at, found.start()), false));
      }
      pieces.add(new Piece(found.group(), true));
      at = found.end();
    }
    if (at < text.length()) {
      pieces.add(new Piece(text.substring(at), false));
    }
    return pieces;
  }
}
