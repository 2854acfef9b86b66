package nl.steunpunt.platform.web;

/** A program without a token, or with one that no longer opens anything. */
public class NotSignedIn extends RuntimeException {
  public NotSignedIn() {
    super("not signed in", null, false, false);
  }
}
