package nl.steunpunt.network;

/**
 * Whom a mandate serves: the people of a department or location with all that lies below, or the
 * people under a manager. The number is that of the department, location or manager.
 */
public record ConstituencyRule(Kind kind, long refId) {

  public enum Kind {
    DEPARTMENT,
    LOCATION,
    MANAGER
  }
}
