package nl.steunpunt.support.board;

import nl.steunpunt.network.SystemId;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class BoardController {
  private final BoardScreens screens;

  BoardController(BoardScreens screens) {
    this.screens = screens;
  }

  /**
   * @param by {@code location}; anything else is by department
   */
  @GetMapping("/network")
  ModelAndView today(
      @RequestParam(defaultValue = "") String by,
      @RequestParam(required = false) @Nullable SystemId system,
      @RequestParam(required = false) @Nullable Long in) {
    var tree =
        by.equals(BoardScreens.By.LOCATION.word())
            ? BoardScreens.By.LOCATION
            : BoardScreens.By.DEPARTMENT;
    return Reply.page("support/board/board", screens.board(tree, system, in));
  }
}
