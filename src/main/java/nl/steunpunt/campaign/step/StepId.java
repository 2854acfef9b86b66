package nl.steunpunt.campaign.step;

import nl.steunpunt.platform.db.TypedId;

/** A step of a campaign. */
public record StepId(long value) implements TypedId {
  public static StepId of(Long value) {
    return new StepId(value);
  }

  public static StepId of(String value) {
    return new StepId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
