package nl.steunpunt.support.question;

/**
 * How a question came in: asked, filed for a colleague who asked aloud, or by a caller at the desk
 * first.
 */
public enum Origin {
  ASKED,
  ON_BEHALF,
  DESK_FIRST
}
