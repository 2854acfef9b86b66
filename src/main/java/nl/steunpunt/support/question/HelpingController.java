package nl.steunpunt.support.question;

import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.platform.web.Sending;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a power user does on the question's page. */
@Controller
class HelpingController {
  private final QuestionHelping helping;

  HelpingController(QuestionHelping helping) {
    this.helping = helping;
  }

  @PostMapping("/questions/{id}/taking")
  ModelAndView take(Me me, @PathVariable QuestionId id) {
    helping.take(me, id);
    return Reply.to("/questions/" + id);
  }

  @PostMapping("/questions/{id}/answer")
  ModelAndView answer(
      Me me,
      @PathVariable QuestionId id,
      @RequestParam(required = false) @Nullable UUID clientId,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "false") boolean keep,
      @RequestParam(defaultValue = "") String keepAs) {
    helping.answer(me, id, Sending.orNew(clientId), text, why, keep ? keepAs : "");
    return Reply.to("/questions/" + id, "question.done.answered");
  }

  @PostMapping("/questions/{id}/passing")
  ModelAndView pass(
      Me me, @PathVariable QuestionId id, @RequestParam(required = false) @Nullable PersonId to) {
    helping.pass(me, id, to);
    return Reply.to("/questions/" + id, "question.done.passed");
  }

  @PostMapping("/questions/{id}/second-chair")
  ModelAndView consult(Me me, @PathVariable QuestionId id, @RequestParam PersonId whom) {
    helping.consult(me, id, whom);
    return Reply.to("/questions/" + id, "question.done.consulted");
  }

  @PostMapping("/questions/{id}/handover")
  ModelAndView handOver(
      Me me,
      @PathVariable QuestionId id,
      @RequestParam(required = false) @Nullable UUID clientId,
      @RequestParam(defaultValue = "") String tried) {
    helping.handOver(me, id, Sending.orNew(clientId), tried);
    return Reply.to("/questions/" + id, "question.done.handed_over");
  }

  @PostMapping("/questions/{id}/second-chair/leaving")
  ModelAndView stepOut(Me me, @PathVariable QuestionId id) {
    helping.stepOut(me, id);
    return Reply.to("/inbox", "question.done.stepped_out");
  }
}
