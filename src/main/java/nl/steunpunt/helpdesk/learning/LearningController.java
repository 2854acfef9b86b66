package nl.steunpunt.helpdesk.learning;

import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class LearningController {
  private static final String PATH = "/desk/learning";

  private final LearningScreens screens;

  LearningController(LearningScreens screens) {
    this.screens = screens;
  }

  @GetMapping(PATH)
  ModelAndView show(Me me) {
    return Reply.page("helpdesk/learning/learning", screens.show(me));
  }

  @Bean
  static MenuEntry learningForPowerUser() {
    return MenuEntry.mine(60, PATH, "learning.title", "book", "power_user");
  }

  @Bean
  static MenuEntry learningForLead() {
    return MenuEntry.mine(61, PATH, "learning.title", "book", "network_lead");
  }
}
