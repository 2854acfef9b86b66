package nl.steunpunt.issues.issue;

import java.util.Locale;
import nl.steunpunt.platform.web.Refusal;

/** Where an issue stands, in the words of the register. */
public enum Status {
  REPORTED,
  CONFIRMED,
  IN_PROGRESS,
  FIX_PLANNED,
  RESOLVED,
  WONT_FIX;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Status of(String word) {
    try {
      return valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.of("issue.refused.status");
    }
  }

  public boolean isOpen() {
    return this != RESOLVED && this != WONT_FIX;
  }
}
