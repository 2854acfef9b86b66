package nl.steunpunt.platform.db;

/**
 * A record's number with its kind in the type, so that a question's id is never passed as a
 * person's. An implementing record has a static {@code of(Long)} for rows and {@code of(String)}
 * for addresses.
 */
public interface TypedId {
  long value();
}
