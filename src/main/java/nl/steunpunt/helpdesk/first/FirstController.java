package nl.steunpunt.helpdesk.first;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class FirstController {
  public record FirstPage(
      FirstScreens.Screen screen, List<Desk.SystemChoice> systems, long system) {
    public FirstScreens.By[] bys() {
      return FirstScreens.By.values();
    }
  }

  private final FirstScreens screens;
  private final Desk desk;

  FirstController(FirstScreens screens, Desk desk) {
    this.screens = screens;
    this.desk = desk;
  }

  @GetMapping("/desk/first")
  ModelAndView show(
      @RequestParam(defaultValue = "topic") String by,
      @RequestParam(required = false) @Nullable Long system) {
    var systems = desk.systems();
    var chosen =
        systems.stream()
            .filter(one -> system == null || one.id() == system)
            .findFirst()
            .orElseThrow(NotFound::new);
    return Reply.page(
        "helpdesk/first/first",
        new FirstPage(screens.show(by(by), chosen.id()), systems, chosen.id()));
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
