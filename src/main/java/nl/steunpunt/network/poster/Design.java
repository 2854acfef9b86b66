package nl.steunpunt.network.poster;

import nl.steunpunt.platform.print.Sheet;

/** Draws what is said, high or wide. Sizes are those of A4, or of a sign of 105 mm high. */
interface Design {
  /** The series A, on its short side. */
  void high(Sheet sheet, PosterContent it);

  /** Desk signs, door signs and badges. */
  void wide(Sheet sheet, PosterContent it);
}
