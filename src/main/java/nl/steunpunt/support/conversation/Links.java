package nl.steunpunt.support.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the web addresses in what people write; the template makes links of them and escapes the
 * rest.
 */
public final class Links {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");
  private static final String CLOSING = ".,;:!?'’”)]}";

  private Links() {}

  public record Piece(String text, boolean isLink) {}

  public static List<Piece> in(String text) {
    var pieces = new ArrayList<Piece>();
    var found = ADDRESS.matcher(text);
    var at = 0;
    while (found.find()) {
      var address = withoutClosing(found.group());
      if (address.endsWith("//")) {
        continue;
      }
      if (found.start() > at) {
        pieces.add(new Piece(text.substring(at, found.start()), false));
      }
      pieces.add(new Piece(address, true));
      at = found.start() + address.length();
    }
    if (at < text.length()) {
      pieces.add(new Piece(text.substring(at), false));
    }
    return pieces;
  }

  /** What ends the sentence or bracket around an address is not its own; a bracket it opened is. */
  private static String withoutClosing(String address) {
    var end = address.length();
    var open = address.chars().filter(c -> c == '(').count();
    var closed = address.chars().filter(c -> c == ')').count();
    while (CLOSING.indexOf(address.charAt(end - 1)) >= 0) {
      if (address.charAt(end - 1) == ')' && closed-- <= open) {
        break;
      }
      end--;
    }
    return address.substring(0, end);
  }
}
