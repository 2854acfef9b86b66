package nl.steunpunt.platform.db;

/**
 * What somebody typed, as a pattern of PostgreSQL's {@code like}: its own {@code %}, {@code _} and
 * backslash stand for themselves.
 */
public final class Like {
  private Like() {}

  public static String containing(String typed) {
    return "%" + typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
