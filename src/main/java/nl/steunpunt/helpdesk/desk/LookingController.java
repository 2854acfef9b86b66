package nl.steunpunt.helpdesk.desk;

import nl.steunpunt.helpdesk.DeskPeople;
import nl.steunpunt.helpdesk.target.TargetNotices;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.live.LiveHub;
import nl.steunpunt.support.QuestionDoor;
import nl.steunpunt.support.QuestionId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Who of the desk has the same question in front of them: whispered to the others, kept nowhere.
 */
@Controller
class LookingController {
  private final QuestionDoor questions;
  private final DeskPeople desk;
  private final LiveHub live;
  private final TargetNotices notices;

  LookingController(QuestionDoor questions, DeskPeople desk, LiveHub live, TargetNotices notices) {
    this.questions = questions;
    this.desk = desk;
    this.live = live;
    this.notices = notices;
  }

  @PostMapping("/desk/questions/{question}/looking")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void look(
      Me me,
      @PathVariable QuestionId question,
      @RequestParam(defaultValue = "false") boolean gone) {
    questions.requireVisible(me, question);
    if (!gone) {
      notices.seen(me.id(), question);
    }
    live.whisper(desk.but(me.id()), gone ? "unlooking" : "looking", question.value(), me.name());
  }
}
