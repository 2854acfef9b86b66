package nl.steunpunt.platform.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Addresses of ours within a sentence, which can be pressed in a mail. Any other one stays text: it
 * may be somebody's own words, and a mail of ours does not lead there.
 */
public final class OwnLinks {
  private OwnLinks() {}

  public record Piece(String text, boolean link) {}

  /**
   * @param base where Steunpunt is found, without a slash at its end
   */
  public static List<Piece> in(String text, String base) {
    var address = Pattern.compile(Pattern.quote(base) + "(?:/[^\\s<>\"]*[^\\s<>\".,;:!?)])");
    var pieces = new ArrayList<Piece>();
    var found = address.matcher(text);
    var from = 0;
    while (found.find()) {
      pieces.add(new Piece(text.substring(from, found.start()), false));
      pieces.add(new Piece(found.group(), true));
      from = found.end();
    }
    pieces.add(new Piece(text.substring(from), false));
    return pieces;
  }
}
