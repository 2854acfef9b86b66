package nl.steunpunt.helpdesk.connectors;

import nl.steunpunt.platform.db.TypedId;

public record ConnectionId(long value) implements TypedId {
  public static ConnectionId of(Long value) {
    return new ConnectionId(value);
  }

  public static ConnectionId of(String value) {
    return new ConnectionId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
