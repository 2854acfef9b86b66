package nl.steunpunt.helpdesk.desk;

import java.util.Locale;

public enum CloseReason {
  SOLVED,
  KNOWN_ISSUE,
  DUPLICATE,
  NOT_OURS,
  NO_ANSWER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
