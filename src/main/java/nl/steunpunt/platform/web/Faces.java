package nl.steunpunt.platform.web;

import java.util.Arrays;
import java.util.List;

/** A face for who has no photo: initials on a tint that is always the same for that name. */
public final class Faces {
  private static final int TINTS = 8;
  private static final List<String> PREFIXES =
      List.of("de", "den", "der", "het", "ten", "ter", "van", "'t");

  private Faces() {}

  /** "Sanne de Vries" becomes "SV": Dutch prefixes do not count. */
  public static String initials(String name) {
    var words =
        Arrays.stream(name.strip().split("\\s+"))
            .filter(word -> !PREFIXES.contains(word) && !word.isEmpty())
            .toList();
    if (words.isEmpty()) {
      return "?";
    }
    var first = initial(words.getFirst());
    return words.size() == 1 ? first : first + initial(words.getLast());
  }

  public static int tint(String name) {
    return Math.floorMod(name.hashCode(), TINTS);
  }

  private static String initial(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT);
  }
}
