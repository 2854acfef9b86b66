package nl.steunpunt.campaign.awareness;

import nl.steunpunt.network.VisitPanel;
import org.springframework.stereotype.Component;

/** The question stands beside what people came for, once a quarter. */
@Component
class AwarenessPanel implements VisitPanel {
  @Override
  public String path() {
    return AwarenessController.PATH + "/card";
  }
}
