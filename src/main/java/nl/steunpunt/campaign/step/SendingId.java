package nl.steunpunt.campaign.step;

import nl.steunpunt.platform.db.TypedId;

/** A step, sent to an audience. */
public record SendingId(long value) implements TypedId {
  public static SendingId of(Long value) {
    return new SendingId(value);
  }

  public static SendingId of(String value) {
    return new SendingId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
