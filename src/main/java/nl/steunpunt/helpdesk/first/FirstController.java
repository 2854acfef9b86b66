package nl.steunpunt.helpdesk.first;

import java.util.Locale;
import java.util.stream.Stream;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class FirstController {
  private final FirstScreens screens;

  FirstController(FirstScreens screens) {
    this.screens = screens;
  }

  @GetMapping("/desk/first")
  ModelAndView show(@RequestParam(defaultValue = "topic") String by) {
    return Reply.page("helpdesk/first/first", screens.show(by(by)));
  }

  private static FirstScreens.By by(String word) {
    return Stream.of(FirstScreens.By.values())
        .filter(one -> one.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(FirstScreens.By.TOPIC);
  }

  @Bean
  static MenuEntry firstForLead() {
    return MenuEntry.mine(62, "/desk/first", "first.title", "desk", "network_lead");
  }
}
