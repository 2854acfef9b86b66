package nl.steunpunt.campaign.round;

import nl.steunpunt.support.DayPanel;
import org.springframework.stereotype.Component;

/** The round is a part of a power user's day. */
@Component
class RoundPanel implements DayPanel {
  @Override
  public String path() {
    return RoundController.PATH + "/today";
  }
}
