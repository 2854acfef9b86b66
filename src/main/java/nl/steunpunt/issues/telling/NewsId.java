package nl.steunpunt.issues.telling;

import nl.steunpunt.platform.db.TypedId;

public record NewsId(long value) implements TypedId {
  public static NewsId of(Long value) {
    return new NewsId(value);
  }

  public static NewsId of(String value) {
    return new NewsId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
