package nl.steunpunt.support.question;

import java.util.Locale;

/**
 * Where a question stands. {@link #SOLVED}: answered, may be disputed; {@link #CLOSED}: nothing
 * more will come.
 */
public enum Status {
  OPEN,
  WITH_POWER_USER,
  WITH_HELPDESK,
  SOLVED,
  CLOSED;

  /** As the database, the API and the message keys call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isOpen() {
    return this != SOLVED && this != CLOSED;
  }
}
