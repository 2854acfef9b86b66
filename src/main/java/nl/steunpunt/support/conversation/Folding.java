package nl.steunpunt.support.conversation;

/** Which texts begin folded, so that what comes after them is still in sight. */
public final class Folding {
  /** Some fourteen lines on a phone. */
  private static final int LETTERS = 560;

  private static final int LINES = 12;

  private Folding() {}

  public static boolean isLong(String text) {
    return text.length() > LETTERS || text.lines().count() > LINES;
  }
}
