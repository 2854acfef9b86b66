package nl.steunpunt.network;

import nl.steunpunt.platform.db.TypedId;

public record TopicId(long value) implements TypedId {
  public static TopicId of(Long value) {
    return new TopicId(value);
  }

  public static TopicId of(String value) {
    return new TopicId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
