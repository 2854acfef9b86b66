package nl.steunpunt.support.question;

/**
 * How a question came in: asked, filed for a colleague who asked aloud, by a caller at the desk
 * first, or as a signal under somebody's name that asked for help after all.
 */
public enum Origin {
  ASKED,
  ON_BEHALF,
  DESK_FIRST,
  FROM_SIGNAL
}
