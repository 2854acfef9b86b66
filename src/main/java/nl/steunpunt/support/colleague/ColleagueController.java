package nl.steunpunt.support.colleague;

import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.QuestionId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ColleagueController {
  private final ColleagueScreens screens;

  ColleagueController(ColleagueScreens screens) {
    this.screens = screens;
  }

  @GetMapping("/questions/{id}/colleagues")
  ModelAndView choose(
      Me me, @PathVariable QuestionId id, @RequestParam(defaultValue = "") String q) {
    return Reply.page("support/colleague/choose", screens.of(me, id, q));
  }
}
