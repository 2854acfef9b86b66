package nl.steunpunt.helpdesk.connectors;

import java.util.List;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What another system did not take. It has the words of questions in it, so it is the desk's and
 * not the administrator's.
 */
@Controller
public class UndeliveredController {
  static final String PATH = "/desk/undelivered";
  private static final int ROWS = 10;

  private final Undelivering undelivering;

  UndeliveredController(Undelivering undelivering) {
    this.undelivering = undelivering;
  }

  /**
   * @param next the letter where this page ends; null: it is the last one
   */
  public record ListPage(
      List<Undelivering.Item> items, @Nullable Long after, @Nullable Long next) {}

  @GetMapping(PATH)
  ModelAndView list(@RequestParam(required = false) @Nullable LetterId after) {
    var items = undelivering.waiting(after, ROWS);
    var more = items.size() > ROWS;
    var shown = more ? items.subList(0, ROWS) : items;
    return Reply.page(
        "helpdesk/connectors/undelivered",
        new ListPage(
            shown,
            after == null ? null : after.value(),
            more ? shown.getLast().letter().id().value() : null));
  }

  @PostMapping(PATH + "/{letter}/sending")
  ModelAndView again(@PathVariable LetterId letter, @RequestParam(defaultValue = "") String text) {
    // A browser sends its lines with carriage returns, which the other side would show or keep.
    undelivering.again(letter, text.replace("\r\n", "\n"));
    return Reply.to(PATH, "undelivered.again.done");
  }

  @PostMapping(PATH + "/{letter}/removal")
  ModelAndView drop(@PathVariable LetterId letter) {
    undelivering.drop(letter);
    return Reply.to(PATH, "undelivered.dropped");
  }
}
