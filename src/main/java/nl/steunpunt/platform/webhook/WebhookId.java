package nl.steunpunt.platform.webhook;

import nl.steunpunt.platform.db.TypedId;

public record WebhookId(long value) implements TypedId {
  public static WebhookId of(Long value) {
    return new WebhookId(value);
  }

  public static WebhookId of(String value) {
    return new WebhookId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
