package nl.steunpunt.support;

import nl.steunpunt.platform.db.TypedId;

public record AnswerId(long value) implements TypedId {
  public static AnswerId of(Long value) {
    return new AnswerId(value);
  }

  public static AnswerId of(String value) {
    return new AnswerId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
