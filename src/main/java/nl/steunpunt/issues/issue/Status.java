package nl.steunpunt.issues.issue;

import java.util.Locale;
import nl.steunpunt.platform.web.Refusal;

/** Where an issue stands, in the words of the register. */
public enum Status {
  REPORTED,
  CONFIRMED,
  IN_PROGRESS,
  FIX_PLANNED,
  /** Mended, says who mended it. */
  RESOLVED,
  /** It does, say those who were hit. */
  WORKS_NOW,
  WONT_FIX;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Status of(String word) {
    try {
      return valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.of("issue.refused.status").at("status");
    }
  }

  /**
   * Whether somebody may still be stopped by it: it is suggested to who types the same, and counts
   * for those who are hit. The database says the same in {@code issue.open}.
   */
  public boolean isOpen() {
    return this != RESOLVED && this != WORKS_NOW && this != WONT_FIX;
  }
}
