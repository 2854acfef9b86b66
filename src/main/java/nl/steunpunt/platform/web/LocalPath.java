package nl.steunpunt.platform.web;

/**
 * An address within the product, from what a request says; anything that leads elsewhere, or that
 * the head of an answer cannot carry, becomes the start page.
 */
public final class LocalPath {
  /** In the head of an answer, which is 4 KB with all that it says. */
  private static final int LONGEST = 1_500;

  private LocalPath() {}

  public static String of(String wanted) {
    var local =
        wanted.startsWith("/")
            && !wanted.startsWith("//")
            && wanted.length() <= LONGEST
            && wanted.indexOf('\\') < 0
            && wanted.chars().allMatch(sign -> sign > ' ' && sign <= '~');
    return local ? wanted : "/";
  }
}
