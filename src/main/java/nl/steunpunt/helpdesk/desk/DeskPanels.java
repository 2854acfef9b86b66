package nl.steunpunt.helpdesk.desk;

import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Viewer;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.QuestionPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The desk's place in the menu, and its queue and acts on the question's page. */
@Configuration(proxyBeanMethods = false)
class DeskPanels {
  private static final String HELPDESK = "helpdesk";

  private record Panel(Place place, String address) implements QuestionPanel {
    @Override
    public String key() {
      return "desk.title";
    }

    @Override
    public @Nullable String path(QuestionId question, Viewer viewer) {
      return viewer.has(HELPDESK) ? address + question : null;
    }
  }

  @Bean
  @Order(2)
  QuestionPanel deskList() {
    return new Panel(QuestionPanel.Place.LIST, "/desk?open=");
  }

  @Bean
  @Order(0)
  QuestionPanel deskActs() {
    return new Panel(QuestionPanel.Place.SIDE, "/desk/questions/");
  }

  @Bean
  MenuEntry deskEntry() {
    return new MenuEntry(25, "/desk", "menu.desk", "desk", HELPDESK);
  }
}
