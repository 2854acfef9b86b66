package nl.steunpunt.people;

import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import nl.steunpunt.people.PersonalRecords.Leaver;

/**
 * Finds a leaver in a text, as PostgreSQL's regular expression: the whole name, the first name as a
 * word ("Hoi Sanne"), the address, the telephone number. A family name alone may be a colleague's.
 */
public final class NamePattern {
  /** Shorter ones are words or initials as well. */
  private static final int SHORTEST_FIRST_NAME = 3;

  private static final int SHORTEST_NUMBER = 6;

  private NamePattern() {}

  public static String of(Leaver leaver) {
    // The longest first: an alternative that fits wins over a longer one behind it.
    var parts = new LinkedHashSet<String>();
    parts.add(word(leaver.email()));
    parts.add(word(leaver.name()));
    var first = leaver.name().strip().split("\\s+")[0];
    if (first.length() >= SHORTEST_FIRST_NAME) {
      parts.add(word(first));
    }
    var phone = leaver.phone() == null ? "" : leaver.phone().strip();
    if (phone.length() >= SHORTEST_NUMBER) {
      parts.add(literal(phone));
    }
    return parts.stream().collect(Collectors.joining("|"));
  }

  private static String word(String text) {
    return "\\m" + literal(text.strip()) + "\\M";
  }

  private static String literal(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}\\s]", "\\\\$0");
  }
}
