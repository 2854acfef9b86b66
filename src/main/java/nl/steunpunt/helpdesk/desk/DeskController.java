package nl.steunpunt.helpdesk.desk;

import java.util.Locale;
import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.Desk;
import nl.steunpunt.support.QuestionDoor;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class DeskController {
  /**
   * @param back who gets it when it is given back now; null: nobody could, or it is elsewhere
   */
  public record Acts(DeskScreens.Ticket ticket, Desk.@Nullable Helper back) {}

  private final TicketHandling handling;
  private final DeskScreens screens;
  private final Desk desk;
  private final QuestionDoor questions;

  DeskController(TicketHandling handling, DeskScreens screens, Desk desk, QuestionDoor questions) {
    this.handling = handling;
    this.screens = screens;
    this.desk = desk;
    this.questions = questions;
  }

  /** The queue; with {@code open}, as the list beside that question. */
  @GetMapping("/desk")
  ModelAndView queue(
      Me me,
      @RequestParam(defaultValue = "all") String show,
      @RequestParam(required = false) @Nullable Long topic,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Long open) {
    var queue = screens.queue(me, new DeskScreens.View(filter(show), topic, after, open));
    return Reply.page(open == null ? "helpdesk/desk/desk" : "helpdesk/desk/queue", queue);
  }

  /** What the desk does with this question, beside it. */
  @GetMapping("/desk/questions/{question}")
  ModelAndView acts(Me me, @PathVariable QuestionId question) {
    questions.requireVisible(me, question);
    var ticket = screens.ticket(me, question);
    var back = ticket.atDesk() ? desk.wouldGetBack(me, question).orElse(null) : null;
    return Reply.page("helpdesk/desk/acts", new Acts(ticket, back));
  }

  @PostMapping("/desk/questions/{question}/taking")
  ModelAndView take(
      Me me,
      @PathVariable QuestionId question,
      @RequestParam(required = false) @Nullable PersonId over) {
    handling.take(me, question, over);
    return Reply.to("/questions/" + question);
  }

  @PostMapping("/desk/questions/{question}/release")
  ModelAndView release(Me me, @PathVariable QuestionId question) {
    handling.release(me, question);
    return Reply.to("/questions/" + question);
  }

  @PostMapping("/desk/questions/{question}/return")
  ModelAndView giveBack(
      Me me,
      @PathVariable QuestionId question,
      @RequestParam(required = false) @Nullable UUID clientId,
      @RequestParam(defaultValue = "") String advice,
      @RequestParam(required = false) @Nullable PersonId to) {
    handling.giveBack(me, question, orNew(clientId), advice, to);
    return Reply.to("/desk", "desk.done.returned");
  }

  @PostMapping("/desk/questions/{question}/closure")
  ModelAndView close(
      Me me,
      @PathVariable QuestionId question,
      @RequestParam(required = false) @Nullable UUID clientId,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "false") boolean couldPowerUser) {
    handling.close(me, question, orNew(clientId), reason(reason), text, couldPowerUser);
    return Reply.to("/desk", "desk.done.closed");
  }

  private static CloseReason reason(String word) {
    try {
      return CloseReason.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.of("desk.refused.reason");
    }
  }

  private static DeskScreens.Filter filter(String word) {
    try {
      return DeskScreens.Filter.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return DeskScreens.Filter.ALL;
    }
  }

  private static UUID orNew(@Nullable UUID clientId) {
    return clientId == null ? UUID.randomUUID() : clientId;
  }
}
