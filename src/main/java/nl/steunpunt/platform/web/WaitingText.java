package nl.steunpunt.platform.web;

/** What somebody typed and must sign in for first; a bean of the room that keeps it. */
public interface WaitingText {
  /**
   * @param path where signing in leads to
   */
  boolean waitsAt(String path);
}
