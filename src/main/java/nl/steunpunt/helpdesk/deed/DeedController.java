package nl.steunpunt.helpdesk.deed;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.steunpunt.helpdesk.canned.CannedId;
import nl.steunpunt.helpdesk.desk.CloseReason;
import nl.steunpunt.helpdesk.queue.QueueId;
import nl.steunpunt.helpdesk.target.Severity;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.QuestionDoor;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class DeedController {
  private static final String DESK = "/desk";

  private final TicketDeeds deeds;
  private final QuestionDoor questions;

  DeedController(TicketDeeds deeds, QuestionDoor questions) {
    this.deeds = deeds;
    this.questions = questions;
  }

  /**
   * What is done to all that were chosen.
   *
   * @param act take, release, move, rate, merge, below or close
   * @param into the one that they go with; null: the oldest of them
   */
  public record Bulk(
      @Nullable List<QuestionId> question,
      @Nullable String act,
      @Nullable QueueId queue,
      @Nullable String severity,
      @Nullable QuestionId into,
      @Nullable CannedId canned) {}

  @PostMapping("/desk/bulk")
  ModelAndView bulk(Me me, @ModelAttribute Bulk bulk) {
    var chosen = bulk.question == null ? List.<QuestionId>of() : bulk.question;
    if (chosen.isEmpty()) {
      throw Refusal.of("deed.refused.none");
    }
    var done = done(me, bulk, chosen);
    // What was done stands there with its undo.
    return done.done() == 0 || done.left() != 0 ? said(DESK, done) : Reply.to(DESK);
  }

  private TicketDeeds.Done done(Me me, Bulk bulk, List<QuestionId> chosen) {
    return switch (bulk.act == null ? "" : bulk.act.toLowerCase(Locale.ROOT)) {
      case "take" -> deeds.take(me, chosen);
      case "release" -> deeds.release(me, chosen);
      case "move" -> {
        if (bulk.queue == null) {
          throw Refusal.of("desk.refused.queue").at("queue");
        }
        yield deeds.move(me, chosen, bulk.queue);
      }
      case "rate" -> deeds.rate(me, chosen, severity(bulk.severity));
      case "merge" -> deeds.merge(me, chosen, lead(bulk, chosen));
      case "below" -> deeds.putBelow(me, chosen, lead(bulk, chosen));
      case "close" -> {
        if (bulk.canned == null) {
          throw Refusal.of("deed.refused.no_answer").at("canned");
        }
        yield deeds.close(me, chosen, CloseReason.SOLVED, bulk.canned);
      }
      default -> throw Refusal.of("deed.refused.act");
    };
  }

  private static QuestionId lead(Bulk bulk, List<QuestionId> chosen) {
    return bulk.into != null
        ? bulk.into
        : chosen.stream().min(Comparator.comparingLong(QuestionId::value)).orElseThrow();
  }

  /** Empty: as it is reckoned. */
  static @Nullable Severity severity(@Nullable String word) {
    if (word == null || word.isEmpty()) {
      return null;
    }
    return Severity.of(word).orElseThrow(() -> Refusal.of("desk.refused.severity").at("severity"));
  }

  @PostMapping("/desk/deeds/{deed}/undoing")
  ModelAndView undo(Me me, @PathVariable DeedId deed) {
    var done = deeds.undo(me, deed);
    return Reply.to(DESK, "deed.undone", done.done(), done.left());
  }

  @PostMapping("/desk/questions/{question}/queue")
  ModelAndView move(Me me, @PathVariable QuestionId question, @RequestParam QueueId queue) {
    questions.requireVisible(me, question);
    return said(page(question), deeds.move(me, List.of(question), queue));
  }

  @PostMapping("/desk/questions/{question}/severity")
  ModelAndView rate(
      Me me, @PathVariable QuestionId question, @RequestParam(defaultValue = "") String severity) {
    questions.requireVisible(me, question);
    return said(page(question), deeds.rate(me, List.of(question), severity(severity)));
  }

  @PostMapping("/desk/questions/{question}/merge")
  ModelAndView merge(Me me, @PathVariable QuestionId question, @RequestParam QuestionId into) {
    questions.requireVisible(me, question);
    return said(page(into), deeds.merge(me, List.of(question), into));
  }

  @PostMapping("/desk/questions/{question}/merge/undoing")
  ModelAndView unmerge(Me me, @PathVariable QuestionId question) {
    questions.requireVisible(me, question);
    return said(page(question), deeds.takeApart(me, DeedKind.UNMERGED, question));
  }

  @PostMapping("/desk/questions/{question}/parent")
  ModelAndView putBelow(Me me, @PathVariable QuestionId question, @RequestParam QuestionId into) {
    questions.requireVisible(me, question);
    return said(page(question), deeds.putBelow(me, List.of(question), into));
  }

  @PostMapping("/desk/questions/{question}/parent/undoing")
  ModelAndView takeOut(Me me, @PathVariable QuestionId question) {
    questions.requireVisible(me, question);
    return said(page(question), deeds.takeApart(me, DeedKind.TAKEN_OUT, question));
  }

  @PostMapping("/desk/questions/{question}/split")
  ModelAndView split(
      Me me,
      @PathVariable QuestionId question,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable UUID sending) {
    var made = deeds.split(me, question, text, sending);
    return Reply.to(page(made), "deed.split.done");
  }

  private static String page(QuestionId question) {
    return "/questions/" + question;
  }

  private static ModelAndView said(String to, TicketDeeds.Done done) {
    return Reply.to(to, "deed.done." + done.kind().word(), done.done(), done.left());
  }
}
