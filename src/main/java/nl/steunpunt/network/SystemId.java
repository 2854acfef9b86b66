package nl.steunpunt.network;

import nl.steunpunt.platform.db.TypedId;

public record SystemId(long value) implements TypedId {
  public static SystemId of(Long value) {
    return new SystemId(value);
  }

  public static SystemId of(String value) {
    return new SystemId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
