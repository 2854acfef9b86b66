package nl.steunpunt.support.question;

import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.QuestionId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The question's page, and what its asker does there. */
@Controller
class QuestionController {
  private final QuestionScreens screens;
  private final QuestionSettling settling;

  QuestionController(QuestionScreens screens, QuestionSettling settling) {
    this.screens = screens;
    this.settling = settling;
  }

  @GetMapping("/questions/{id}")
  ModelAndView show(Me me, @PathVariable QuestionId id) {
    return Reply.page("support/question/show", screens.show(me, id));
  }

  /**
   * The parts that change while people talk: the conversation, and beside it where the question
   * stands.
   */
  @GetMapping("/questions/{id}/conversation")
  ModelAndView conversation(Me me, @PathVariable QuestionId id) {
    return Reply.page("support/question/live-parts", screens.show(me, id));
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
