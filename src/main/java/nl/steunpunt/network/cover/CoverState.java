package nl.steunpunt.network.cover;

import java.util.Locale;

/** The worst that can be said of a place or topic. */
public enum CoverState {
  /** Somebody has no power user, or nobody knows the topic. */
  HOLE,
  /** More people to one power user than the target allows. */
  OVER,
  /** Somebody has one power user and no deputy, or too few know a critical topic. */
  ALONE,
  COVERED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
