package nl.steunpunt.network.agenda;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of a calendar that says something of when.
 *
 * @param name in capitals, as the names of the parameters
 */
record Property(String name, Map<String, String> parameters, String value) {
  /** All others are not looked into: what a meeting is called, where it is and who comes. */
  private static final Set<String> READ =
      Set.of(
          "BEGIN",
          "END",
          "UID",
          "DTSTART",
          "DTEND",
          "DURATION",
          "RRULE",
          "RDATE",
          "EXRULE",
          "EXDATE",
          "RECURRENCE-ID",
          "STATUS",
          "TRANSP",
          "X-MICROSOFT-CDO-BUSYSTATUS",
          "FREEBUSY",
          "TZID",
          "TZOFFSETTO",
          "X-WR-TIMEZONE");

  /** Null: another line. */
  static @Nullable Property of(String line) {
    var end = firstOf(line, 0, ";:");
    var name = line.substring(0, end).strip().toUpperCase(Locale.ROOT);
    if (end == line.length() || !READ.contains(name)) {
      return null;
    }
    var parameters = new HashMap<String, String>();
    var at = end;
    while (at < line.length() && line.charAt(at) == ';') {
      var is = firstOf(line, at, "=:");
      if (is == line.length() || line.charAt(is) == ':') {
        at = is;
        break;
      }
      var quoted = is + 1 < line.length() && line.charAt(is + 1) == '"';
      var from = quoted ? is + 2 : is + 1;
      var until = quoted ? firstOf(line, from, "\"") : firstOf(line, from, ";:");
      parameters.put(
          line.substring(at + 1, is).strip().toUpperCase(Locale.ROOT), line.substring(from, until));
      at = quoted ? firstOf(line, until, ";:") : until;
    }
    return at >= line.length()
        ? null
        : new Property(name, parameters, line.substring(at + 1).strip());
  }

  @Nullable String parameter(String called) {
    return parameters.get(called);
  }

  boolean is(String word) {
    return value.equalsIgnoreCase(word);
  }

  private static int firstOf(String line, int from, String signs) {
    var at = from;
    while (at < line.length() && signs.indexOf(line.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
