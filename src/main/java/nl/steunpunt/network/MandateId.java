package nl.steunpunt.network;

import nl.steunpunt.platform.db.TypedId;

public record MandateId(long value) implements TypedId {
  public static MandateId of(Long value) {
    return new MandateId(value);
  }

  public static MandateId of(String value) {
    return new MandateId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
