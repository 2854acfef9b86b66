package nl.steunpunt.campaign.step;

import java.util.Locale;

/** What a text may name between braces, in the text's language: {@code {voornaam}}. */
public enum StepField {
  FIRST_NAME,
  SYSTEM,
  LIVE_ON,
  ORGANISATION,
  /** The reader's own. */
  POWER_USER,
  PLACE,
  /** Those of a manager's people. */
  POWER_USERS,
  WHO_HELPS,
  /**
   * Where one names the colleague whom one asks already: the lead learns of who is no power user.
   */
  NAME_SOMEBODY,
  /** Whether the reader knows their power user: with a button to answer, once a quarter. */
  QUESTION,
  POSTERS;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
