package nl.steunpunt.support.question;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.web.LocalMoment;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Putting a question aside, and taking it up again. */
@Controller
public class SnoozeController {
  /**
   * @param typed the own moment, as it was typed
   */
  public record SnoozePage(
      QuestionId question, List<Snooze.Choice> choices, String typed, @Nullable Refusal refused) {}

  private final Questions questions;
  private final QuestionHelping helping;
  private final OrganisationCalendar calendar;
  private final Clock clock;

  SnoozeController(
      Questions questions, QuestionHelping helping, OrganisationCalendar calendar, Clock clock) {
    this.questions = questions;
    this.helping = helping;
    this.calendar = calendar;
    this.clock = clock;
  }

  @GetMapping("/questions/{id}/snooze")
  ModelAndView choose(Me me, @PathVariable QuestionId id) {
    questions.requireVisible(me, id);
    return Reply.page("support/question/snooze", page(id, "", null));
  }

  /** One of the choices, or with {@code at} a moment of one's own. */
  @PostMapping("/questions/{id}/snooze")
  ModelAndView snooze(
      Me me,
      @PathVariable QuestionId id,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String at) {
    try {
      if (until.isEmpty()) {
        helping.snooze(me, id, own(at));
      } else {
        helping.snooze(me, id, choice(until));
      }
      return Reply.to("/inbox", "question.done.snoozed");
    } catch (Refusal refusal) {
      if (refusal.isConflict()) {
        throw refusal;
      }
      // What was typed can be wrong before the question is looked for.
      questions.requireVisible(me, id);
      return Reply.again("support/question/snooze", page(id, at, refusal));
    }
  }

  @PostMapping("/questions/{id}/waking")
  ModelAndView wake(Me me, @PathVariable QuestionId id) {
    helping.wake(me, id);
    return Reply.to("/questions/" + id);
  }

  private SnoozePage page(QuestionId id, String typed, @Nullable Refusal refused) {
    return new SnoozePage(id, Snooze.choices(clock.instant(), calendar.current()), typed, refused);
  }

  private static Instant own(String typed) {
    return LocalMoment.read(typed).orElseThrow(() -> Refusal.of("question.refused.snooze"));
  }

  private static Snooze choice(String word) {
    try {
      return Snooze.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.of("question.refused.snooze");
    }
  }
}
