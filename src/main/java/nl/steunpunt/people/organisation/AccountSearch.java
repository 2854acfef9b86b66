package nl.steunpunt.people.organisation;

import nl.steunpunt.platform.db.Like;
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

  String pattern() {
    return Like.containing(q);
  }
}
