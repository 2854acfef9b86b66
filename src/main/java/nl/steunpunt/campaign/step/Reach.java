package nl.steunpunt.campaign.step;

import java.util.Locale;

/** To whom of an audience a step goes. */
public enum Reach {
  EVERYONE,
  /** Line managers of the people in the audience. */
  MANAGERS,
  /** Who helps the people in the audience. */
  POWER_USERS,
  /** It is put up somewhere, and mailed to nobody. */
  NOBODY;

  /** What one must know for one's work is no mail to be rid of. */
  public boolean isNeeded() {
    return this != EVERYONE;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
