package nl.steunpunt.support;

import nl.steunpunt.platform.db.TypedId;

public record SignalId(long value) implements TypedId {
  public static SignalId of(Long value) {
    return new SignalId(value);
  }

  public static SignalId of(String value) {
    return new SignalId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
