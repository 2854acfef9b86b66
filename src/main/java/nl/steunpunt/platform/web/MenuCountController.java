package nl.steunpunt.platform.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The numbers in the menu: a part of every page, fetched beside it so that no page waits for it.
 */
@Controller
public class MenuCountController {
  public record Counted(String id, String key, int number) {}

  private final List<MenuCount> counts;

  MenuCountController(List<MenuCount> counts) {
    this.counts = counts;
  }

  @GetMapping("/menu/counts")
  ModelAndView count() {
    var viewer = Pages.viewer();
    if (viewer == null) {
      throw new NotSignedIn();
    }
    return Reply.page(
        "platform/web/menu-counts",
        counts.stream()
            .filter(count -> count.isFor(viewer))
            .map(count ->
                new Counted(MenuEntry.countId(count.path()), count.key(), count.of(viewer)))
            .toList());
  }
}
