package nl.steunpunt.people;

import org.jspecify.annotations.Nullable;

/** "Firefox, Windows": enough for somebody to recognise their own browser. */
public final class BrowserName {
  /** What names itself like another stands before it: Edge says Chrome, Chrome says Safari. */
  private static final String[][] BROWSERS = {
    {"Edg", "Edge"},
    {"OPR/", "Opera"},
    {"SamsungBrowser", "Samsung Internet"},
    {"Firefox", "Firefox"},
    {"FxiOS", "Firefox"},
    {"Chrom", "Chrome"},
    {"CriOS", "Chrome"},
    {"Safari", "Safari"},
    {"curl", "curl"}
  };

  private static final String[][] SYSTEMS = {
    {"iPhone", "iPhone"},
    {"iPad", "iPad"},
    {"Android", "Android"},
    {"Windows", "Windows"},
    {"Mac OS", "macOS"},
    {"CrOS", "ChromeOS"},
    {"Linux", "Linux"}
  };

  private BrowserName() {}

  public static String of(@Nullable String userAgent) {
    var agent = userAgent == null ? "" : userAgent;
    var browser = first(BROWSERS, agent);
    var system = first(SYSTEMS, agent);
    return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
  }

  private static String first(String[][] names, String agent) {
    for (var name : names) {
      if (agent.contains(name[0])) {
        return name[1];
      }
    }
    return "";
  }
}
