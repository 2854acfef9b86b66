package nl.steunpunt.issues.reach;

import nl.steunpunt.issues.IssueId;
import nl.steunpunt.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ReachController {
  private final ReachScreens screens;

  ReachController(ReachScreens screens) {
    this.screens = screens;
  }

  @GetMapping("/issues/{id}/reach")
  ModelAndView show(@PathVariable IssueId id) {
    return Reply.page("issues/reach/show", screens.reach(id));
  }
}
