package nl.steunpunt.issues.issue;

import java.util.Locale;

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

  public boolean isOpen() {
    return this != RESOLVED && this != WONT_FIX;
  }
}
