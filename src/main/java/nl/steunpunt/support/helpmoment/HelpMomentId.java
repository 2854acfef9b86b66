package nl.steunpunt.support.helpmoment;

import nl.steunpunt.platform.db.TypedId;

public record HelpMomentId(long value) implements TypedId {
  public static HelpMomentId of(Long value) {
    return new HelpMomentId(value);
  }

  public static HelpMomentId of(String value) {
    return new HelpMomentId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
