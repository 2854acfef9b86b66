package nl.steunpunt.helpdesk.desk;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.steunpunt.helpdesk.DeskLead;
import nl.steunpunt.helpdesk.canned.CannedAnswers;
import nl.steunpunt.helpdesk.canned.CannedId;
import nl.steunpunt.helpdesk.deed.TicketDeeds;
import nl.steunpunt.helpdesk.macro.Macros;
import nl.steunpunt.helpdesk.note.NoteId;
import nl.steunpunt.helpdesk.note.Notes;
import nl.steunpunt.helpdesk.target.Due;
import nl.steunpunt.helpdesk.target.Severity;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.platform.web.Sending;
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
   * @param canned the answer that was chosen to write from; {@code reply} is what it says here
   * @param back who gets it when it is given back now; null: nobody could, or it is elsewhere
   */
  public record Acts(
      DeskScreens.Ticket ticket,
      Desk.@Nullable Helper back,
      @Nullable Due due,
      List<CannedAnswers.Answer> answers,
      List<Macros.Macro> macros,
      @Nullable CannedId canned,
      String reply) {
    public Severity[] severities() {
      return Severity.values();
    }

    /** The word of what it is when the desk says nothing. */
    public String reckoned() {
      return Severity.reckoned(ticket.stuck(), ticket.weighed()).word();
    }

    /** Of the sentence that says how it got its priority. */
    public String why() {
      if (ticket.severity() != null) {
        return "desk.why_priority.desk";
      }
      if (ticket.stuck()) {
        return "desk.why_priority.asker";
      }
      return ticket.weighed() == null ? "desk.why_priority" : "desk.why_priority.issue";
    }

    public String severity() {
      return ticket.severity() == null ? reckoned() : ticket.severity().word();
    }
  }

  /**
   * @param arranges whether the viewer keeps its queues and targets
   */
  public record DeskPage(DeskScreens.Queue queue, boolean arranges) {}

  private final TicketHandling handling;
  private final TicketDeeds deeds;
  private final DeskLead lead;
  private final Notes notes;
  private final CannedAnswers answers;
  private final Macros macros;
  private final OrganisationCalendar calendar;
  private final Clock clock;
  private final DeskScreens screens;
  private final Desk desk;
  private final QuestionDoor questions;

  DeskController(
      TicketHandling handling,
      TicketDeeds deeds,
      DeskLead lead,
      Notes notes,
      CannedAnswers answers,
      Macros macros,
      OrganisationCalendar calendar,
      Clock clock,
      DeskScreens screens,
      Desk desk,
      QuestionDoor questions) {
    this.handling = handling;
    this.deeds = deeds;
    this.lead = lead;
    this.notes = notes;
    this.answers = answers;
    this.macros = macros;
    this.calendar = calendar;
    this.clock = clock;
    this.screens = screens;
    this.desk = desk;
    this.questions = questions;
  }

  /** The queue; with {@code open}, as the list beside that question. */
  @GetMapping("/desk")
  ModelAndView queue(
      Me me,
      @RequestParam(defaultValue = "all") String show,
      @RequestParam(required = false) @Nullable Long queue,
      @RequestParam(required = false) @Nullable Long topic,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Long open) {
    var view = new DeskScreens.View(filter(show), queue, topic, after, open);
    var shown = screens.queue(me, view, calendar.current(), clock.instant());
    return open == null
        ? Reply.page("helpdesk/desk/desk", new DeskPage(shown, lead.is(me)))
        : Reply.page("helpdesk/desk/queue", shown);
  }

  /**
   * What the desk does with this question, beside it.
   *
   * @param canned an answer to write the reply from
   */
  @GetMapping("/desk/questions/{question}")
  ModelAndView acts(
      Me me,
      @PathVariable QuestionId question,
      @RequestParam(required = false) @Nullable CannedId canned) {
    questions.requireVisible(me, question);
    var ticket = screens.ticket(me, question);
    var back = ticket.atDesk() ? desk.wouldGetBack(me, question).orElse(null) : null;
    var reply = canned == null ? "" : answers.written(me, canned, question);
    return Reply.page(
        "helpdesk/desk/acts",
        new Acts(
            ticket,
            back,
            due(ticket),
            ticket.atDesk() ? answers.active() : List.of(),
            ticket.atDesk() ? macros.active() : List.of(),
            canned,
            reply));
  }

  @PostMapping("/desk/questions/{question}/reply")
  ModelAndView reply(
      Me me,
      @PathVariable QuestionId question,
      @RequestParam(required = false) @Nullable UUID clientId,
      @RequestParam(defaultValue = "") String text) {
    desk.say(me, question, Sending.orNew(clientId), text);
    return Reply.to("/questions/" + question);
  }

  private @Nullable Due due(DeskScreens.Ticket ticket) {
    return ticket.dueAt() == null || ticket.warnAt() == null
        ? null
        : Due.at(ticket.dueAt(), ticket.warnAt(), calendar.current(), clock.instant());
  }

  @PostMapping("/desk/questions/{question}/notes")
  ModelAndView note(
      Me me,
      @PathVariable QuestionId question,
      @RequestParam(required = false) @Nullable UUID clientId,
      @RequestParam(defaultValue = "") String note) {
    notes.write(me, question, Sending.orNew(clientId), note);
    return Reply.to("/questions/" + question);
  }

  @PostMapping("/desk/questions/{question}/notes/{note}/removal")
  ModelAndView removeNote(Me me, @PathVariable QuestionId question, @PathVariable NoteId note) {
    notes.remove(me, question, note);
    return Reply.to("/questions/" + question, "note.done.removed");
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
    handling.giveBack(me, question, Sending.orNew(clientId), advice, to);
    return Reply.to("/desk", "desk.done.returned");
  }

  @PostMapping("/desk/questions/{question}/closure")
  ModelAndView close(
      Me me,
      @PathVariable QuestionId question,
      @RequestParam(required = false) @Nullable UUID clientId,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable Long topic,
      @RequestParam(defaultValue = "false") boolean couldPowerUser) {
    var closing = new Closing(reason(reason), couldPowerUser, topic);
    deeds.close(me, question, Sending.orNew(clientId), closing, each -> text);
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
}
