package nl.steunpunt.platform.web;

/**
 * An address within the product, from what a request says; anything that leads elsewhere becomes
 * the start page.
 */
public final class LocalPath {
  private LocalPath() {}

  public static String of(String wanted) {
    var local =
        wanted.startsWith("/")
            && !wanted.startsWith("//")
            && wanted.indexOf('\\') < 0
            && wanted.chars().noneMatch(Character::isISOControl);
    return local ? wanted : "/";
  }
}
