package nl.steunpunt.network.cover;

import java.util.Locale;

/** How long a system has been there, which says how many power users it needs. */
public enum Phase {
  GO_LIVE,
  SETTLING,
  STABLE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
