package nl.steunpunt.notify.push;

import nl.steunpunt.platform.db.TypedId;

public record PushBrowserId(long value) implements TypedId {
  public static PushBrowserId of(Long value) {
    return new PushBrowserId(value);
  }

  public static PushBrowserId of(String value) {
    return new PushBrowserId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
