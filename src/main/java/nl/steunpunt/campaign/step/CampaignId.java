package nl.steunpunt.campaign.step;

import nl.steunpunt.platform.db.TypedId;

/** A campaign of a system. */
public record CampaignId(long value) implements TypedId {
  public static CampaignId of(Long value) {
    return new CampaignId(value);
  }

  public static CampaignId of(String value) {
    return new CampaignId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
