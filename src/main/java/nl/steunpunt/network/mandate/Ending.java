package nl.steunpunt.network.mandate;

import java.util.Locale;

/** Why a mandate ended. */
public enum Ending {
  OWN_WISH,
  MANAGERS_WISH,
  LEADS_WISH,
  /** The person no longer works here. */
  LEFT,
  /** The period was over and not renewed. */
  PERIOD;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
