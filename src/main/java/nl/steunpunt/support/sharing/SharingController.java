package nl.steunpunt.support.sharing;

import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.platform.web.Viewer;
import nl.steunpunt.support.QuestionDoor;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.QuestionPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The switch beside one's own question. */
@Controller
@Order(90)
public class SharingController implements QuestionPanel {
  private final QuestionSharing sharing;
  private final QuestionDoor questions;

  SharingController(QuestionSharing sharing, QuestionDoor questions) {
    this.sharing = sharing;
    this.questions = questions;
  }

  /**
   * @param shared null: it is somebody else's question
   */
  public record SharingPart(long question, @Nullable Boolean shared) {}

  @GetMapping("/questions/{id}/sharing")
  ModelAndView part(Me me, @PathVariable QuestionId id) {
    questions.requireVisible(me, id);
    return Reply.page(
        "support/sharing/part", new SharingPart(id.value(), sharing.isShared(me, id)));
  }

  @PostMapping("/questions/{id}/sharing")
  ModelAndView share(
      Me me, @PathVariable QuestionId id, @RequestParam(defaultValue = "false") boolean shared) {
    sharing.share(me, id, shared);
    return Reply.to("/questions/" + id, shared ? "sharing.done.shared" : "sharing.done.not_shared");
  }

  @Override
  public Place place() {
    return Place.SIDE;
  }

  @Override
  public String key() {
    return "sharing.title";
  }

  @Override
  public String path(QuestionId question, Viewer viewer) {
    return "/questions/" + question + "/sharing";
  }
}
