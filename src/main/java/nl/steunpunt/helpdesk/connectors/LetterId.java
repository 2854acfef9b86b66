package nl.steunpunt.helpdesk.connectors;

import nl.steunpunt.platform.db.TypedId;

public record LetterId(long value) implements TypedId {
  public static LetterId of(Long value) {
    return new LetterId(value);
  }

  public static LetterId of(String value) {
    return new LetterId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
