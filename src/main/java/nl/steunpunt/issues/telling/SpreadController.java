package nl.steunpunt.issues.telling;

import java.util.List;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How far the news got, and what power users read of it. */
@Controller
public class SpreadController {
  private final SpreadScreens screens;
  private final DeskWords words;

  SpreadController(SpreadScreens screens, DeskWords words) {
    this.screens = screens;
    this.words = words;
  }

  /**
   * @param system chosen on the other tabs: news is of whatever system
   */
  public record PlacesPage(List<SpreadScreens.Place> places, @Nullable Long system) {}

  @GetMapping("/issues/{id}/telling")
  ModelAndView ofIssue(@PathVariable IssueId id) {
    return Reply.page("issues/telling/spread", screens.spread(id));
  }

  @PostMapping("/issues/{id}/telling")
  ModelAndView write(
      @PathVariable IssueId id,
      @RequestParam NewsId news,
      @RequestParam(defaultValue = "") String nl,
      @RequestParam(defaultValue = "") String en) {
    words.write(id, news, nl, en);
    return Reply.to("/issues/" + id, "telling.desk.done");
  }

  @GetMapping("/network/news")
  ModelAndView places(@RequestParam(required = false) @Nullable Long system) {
    return Reply.page("issues/telling/places", new PlacesPage(screens.places(), system));
  }
}
