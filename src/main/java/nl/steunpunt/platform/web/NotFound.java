package nl.steunpunt.platform.web;

/** There is no such thing, or it is not this person's: the answer is the same. */
public class NotFound extends RuntimeException {
  public NotFound() {
    super("not found", null, false, false);
  }
}
