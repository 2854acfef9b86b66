package nl.steunpunt.helpdesk.connectors;

import java.util.Locale;

/** What a status there says of the question here. */
public enum Meaning {
  OPEN,
  CLOSED,
  /** It is no matter for the helpdesk: back to a power user. */
  RETURNED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
