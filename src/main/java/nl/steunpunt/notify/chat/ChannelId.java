package nl.steunpunt.notify.chat;

import nl.steunpunt.platform.db.TypedId;

public record ChannelId(long value) implements TypedId {
  public static ChannelId of(Long value) {
    return new ChannelId(value);
  }

  public static ChannelId of(String value) {
    return new ChannelId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
