package nl.steunpunt.support.inbox;

import nl.steunpunt.support.DayPanel;
import org.springframework.stereotype.Component;

/** A power user whom mail or notices do not reach reads so here: in the settings nobody looks. */
@Component
class TroublePanel implements DayPanel {
  @Override
  public String path() {
    return "/account/notices/trouble";
  }
}
