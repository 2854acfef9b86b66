package nl.steunpunt.issues.pointer;

import nl.steunpunt.platform.db.TypedId;

public record PointerId(long value) implements TypedId {
  public static PointerId of(Long value) {
    return new PointerId(value);
  }

  public static PointerId of(String value) {
    return new PointerId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
