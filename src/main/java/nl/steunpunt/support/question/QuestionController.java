package nl.steunpunt.support.question;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.QuestionPanel;
import nl.steunpunt.support.QuestionPanel.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The question's page, and what its asker does there. */
@Controller
public class QuestionController {
  /** A part that another module shows beside it, and the key of its title. */
  public record Beside(String address, String key) {}

  /**
   * @param list the address of the list the viewer works from; null: the viewer is its asker
   */
  public record QuestionPage(
      QuestionScreens.Show question, @Nullable String list, List<Beside> panels) {}

  private final QuestionScreens screens;
  private final QuestionSettling settling;
  private final List<QuestionPanel> panels;

  QuestionController(
      QuestionScreens screens, QuestionSettling settling, List<QuestionPanel> panels) {
    this.screens = screens;
    this.settling = settling;
    this.panels = panels;
  }

  @GetMapping("/questions/{id}")
  ModelAndView show(
      Me me, @PathVariable QuestionId id, @RequestParam(required = false) @Nullable Long before) {
    var question = screens.show(me, id, before);
    var list =
        question.isMine()
            ? null
            : beside(Place.LIST, me, id).map(Beside::address).findFirst().orElse(null);
    return Reply.page(
        "support/question/show",
        new QuestionPage(question, list, beside(Place.SIDE, me, id).toList()));
  }

  private Stream<Beside> beside(Place place, Me me, QuestionId id) {
    return panels.stream()
        .filter(panel -> panel.place() == place)
        .flatMap(panel ->
            Optional.ofNullable(panel.path(id, me))
                .map(address -> new Beside(address, panel.key()))
                .stream());
  }

  /**
   * The parts that change while people talk: the conversation, and beside it where the question
   * stands.
   */
  @GetMapping("/questions/{id}/conversation")
  ModelAndView conversation(
      Me me, @PathVariable QuestionId id, @RequestParam(required = false) @Nullable Long before) {
    return Reply.page("support/question/live-parts", screens.show(me, id, before));
  }

  @PostMapping("/questions/{id}/confirmation")
  ModelAndView confirm(Me me, @PathVariable QuestionId id) {
    settling.confirm(me, id);
    return Reply.to("/questions/" + id, "question.done.confirmed");
  }

  @PostMapping("/questions/{id}/reopening")
  ModelAndView reopen(Me me, @PathVariable QuestionId id) {
    settling.reopen(me, id);
    return Reply.to("/questions/" + id, "question.done.reopened");
  }

  @PostMapping("/questions/{id}/another")
  ModelAndView another(Me me, @PathVariable QuestionId id) {
    settling.askAnother(me, id);
    return Reply.to("/questions/" + id, "question.done.another");
  }

  @PostMapping("/questions/{id}/withdrawal")
  ModelAndView withdraw(Me me, @PathVariable QuestionId id) {
    settling.withdraw(me, id);
    return Reply.to("/questions/" + id, "question.done.withdrawn");
  }

  @PostMapping("/questions/{id}/text")
  ModelAndView edit(
      Me me, @PathVariable QuestionId id, @RequestParam(defaultValue = "") String text) {
    settling.edit(me, id, text);
    return Reply.to("/questions/" + id, "question.done.edited");
  }
}
