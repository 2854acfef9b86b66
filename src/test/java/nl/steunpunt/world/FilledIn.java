package nl.steunpunt.world;

import java.util.ArrayList;
import java.util.List;

/** A form as it is usually filled in, and some of it otherwise. */
public final class FilledIn {
  private FilledIn() {}

  /**
   * @param usual names and values in turn
   * @param other the same, instead of or beside the usual
   */
  public static String[] with(List<String> usual, String... other) {
    var all = new ArrayList<>(usual);
    for (int i = 0; i < other.length; i += 2) {
      var known = named(all, other[i]);
      if (known < 0) {
        all.addAll(List.of(other[i], other[i + 1]));
      } else {
        all.set(known + 1, other[i + 1]);
      }
    }
    return all.toArray(String[]::new);
  }

  private static int named(List<String> all, String name) {
    for (int i = 0; i < all.size(); i += 2) {
      if (all.get(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
