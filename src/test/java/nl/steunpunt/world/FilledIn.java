package nl.steunpunt.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A form as it is usually filled in, and some of it otherwise. */
public final class FilledIn {
  private FilledIn() {}

  /**
   * @param usual names and values in turn
   * @param other the same, instead of all that is usual under these names, or beside it; a name may
   *     come more than once, as of a row of boxes
   */
  public static String[] with(List<String> usual, String... other) {
    var named = new HashSet<String>();
    for (int i = 0; i < other.length; i += 2) {
      named.add(other[i]);
    }
    var all = new ArrayList<String>();
    for (int i = 0; i < usual.size(); i += 2) {
      if (!named.contains(usual.get(i))) {
        all.addAll(usual.subList(i, i + 2));
      }
    }
    all.addAll(List.of(other));
    return all.toArray(String[]::new);
  }
}
