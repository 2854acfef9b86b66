package nl.steunpunt.campaign.round;

import java.util.Arrays;
import java.util.List;

/** How a place is called by who walks there. */
final class Places {
  private Places() {}

  /** The last part; a floor is called "3", so with its building. */
  static String name(String path) {
    var parts = parts(path);
    var last = parts.getLast();
    return last.length() > 2 || parts.size() < 2
        ? last
        : parts.get(parts.size() - 2) + " · " + last;
  }

  static String around(String path) {
    var parts = parts(path);
    return String.join(" · ", parts.subList(0, parts.size() - 1));
  }

  private static List<String> parts(String path) {
    return Arrays.asList(path.split("/", -1));
  }
}
