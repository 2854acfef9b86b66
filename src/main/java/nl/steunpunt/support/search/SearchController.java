package nl.steunpunt.support.search;

import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class SearchController {
  private final SearchScreens screens;

  SearchController(SearchScreens screens) {
    this.screens = screens;
  }

  @GetMapping("/search")
  ModelAndView search(
      Me me,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after) {
    return Reply.page("support/search/found", screens.find(me, q, after));
  }
}
