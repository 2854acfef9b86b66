package nl.steunpunt.replay;

/** How a question went. */
enum Course {
  /** A power user answered it. */
  ANSWERED,
  /** A power user handed it over, and the desk closed it. */
  HANDED_OVER,
  /** No power user could be asked, and the desk closed it. */
  STRAIGHT_TO_DESK
}
