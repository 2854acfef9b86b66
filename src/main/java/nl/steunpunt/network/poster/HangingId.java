package nl.steunpunt.network.poster;

import nl.steunpunt.platform.db.TypedId;

/** A piece on a wall or desk. */
public record HangingId(long value) implements TypedId {
  public static HangingId of(Long value) {
    return new HangingId(value);
  }

  public static HangingId of(String value) {
    return new HangingId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
