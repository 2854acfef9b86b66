package nl.steunpunt.support.inbox;

import nl.steunpunt.platform.web.Viewer;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.QuestionPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A power user works from the inbox. */
@Component
@Order(1)
class InboxPanel implements QuestionPanel {
  @Override
  public Place place() {
    return Place.LIST;
  }

  @Override
  public String key() {
    return "inbox.title";
  }

  @Override
  public @Nullable String path(QuestionId question, Viewer viewer) {
    return viewer.has("power_user") ? "/inbox?open=" + question : null;
  }
}
