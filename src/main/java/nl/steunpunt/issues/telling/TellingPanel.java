package nl.steunpunt.issues.telling;

import nl.steunpunt.support.DayPanel;
import org.springframework.stereotype.Component;

/** What is to be told is a part of a power user's day. */
@Component
class TellingPanel implements DayPanel {
  @Override
  public String path() {
    return TellingController.PATH + "/today";
  }
}
