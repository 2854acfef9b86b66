package nl.steunpunt.helpdesk.queue;

import nl.steunpunt.platform.db.TypedId;

public record QueueId(long value) implements TypedId {
  public static QueueId of(Long value) {
    return new QueueId(value);
  }

  public static QueueId of(String value) {
    return new QueueId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
