package nl.steunpunt.issues.issue;

import java.util.Locale;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/** How much an issue hinders one person who is hit by it; the least first. */
public enum Severity {
  MINOR,
  HINDERS,
  SERIOUS,
  STOPS;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @return null for an empty word: nobody has weighed it
   */
  static @Nullable Severity of(String word) {
    if (word.isBlank()) {
      return null;
    }
    try {
      return valueOf(word.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.of("issue.refused.severity").at("severity");
    }
  }
}
