package nl.steunpunt.helpdesk.deed;

import nl.steunpunt.platform.db.TypedId;

public record DeedId(long value) implements TypedId {
  public static DeedId of(Long value) {
    return new DeedId(value);
  }

  public static DeedId of(String value) {
    return new DeedId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
