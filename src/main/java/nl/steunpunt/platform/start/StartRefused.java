package nl.steunpunt.platform.start;

/**
 * The product cannot start here. The message is one sentence for who started it: what, and what to
 * do.
 */
public class StartRefused extends RuntimeException {

  public StartRefused(String sentence) {
    super(sentence);
  }

  public StartRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
