package nl.steunpunt.helpdesk.canned;

import nl.steunpunt.platform.db.TypedId;

public record CannedId(long value) implements TypedId {
  public static CannedId of(Long value) {
    return new CannedId(value);
  }

  public static CannedId of(String value) {
    return new CannedId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
