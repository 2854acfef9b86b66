package nl.steunpunt.people.organisation;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts are looked for.
 *
 * @param q part of a name or address
 * @param role lower-case word, or empty for everyone
 * @param without only those without a password
 * @param after the last one of the page before, or null for the first page
 */
public record AccountSearch(String q, String role, boolean without, @Nullable Long after) {

  boolean isEmpty() {
    return q.isEmpty() && role.isEmpty() && !without;
  }

  /** The text as a pattern; its own % and _ are ordinary signs. */
  String pattern() {
    return "%" + q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
