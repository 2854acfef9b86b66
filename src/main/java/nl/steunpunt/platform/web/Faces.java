package nl.steunpunt.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;

/** A face for who has no photo: initials on a tint that is always the same for that name. */
public final class Faces {
  private static final int TINTS = 8;
  private static final List<String> PREFIXES =
      List.of("de", "den", "der", "het", "ten", "ter", "van", "'t");

  private Faces() {}

  /** "Sanne de Vries" becomes "SV": Dutch prefixes do not count. */
  public static String initials(String name) {
    var first = "";
    var last = "";
    for (var words = new StringTokenizer(name); words.hasMoreTokens(); ) {
      var word = words.nextToken();
      if (PREFIXES.contains(word)) {
        continue;
      }
      if (first.isEmpty()) {
        first = initial(word);
      } else {
        last = initial(word);
      }
    }
    return first.isEmpty() ? "?" : first + last;
  }

  public static int tint(String name) {
    return Math.floorMod(name.hashCode(), TINTS);
  }

  private static String initial(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
  }
}
