package nl.steunpunt.network;

import java.util.Locale;

/** What a power user's hours are made of. */
public enum WorkKind {
  QUESTION,
  HELP_MOMENT,
  ROUND,
  CALL,
  OTHER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** May be written by the power user, without a record of what was done. */
  public boolean isOwnEntry() {
    return this == ROUND || this == CALL || this == OTHER;
  }
}
