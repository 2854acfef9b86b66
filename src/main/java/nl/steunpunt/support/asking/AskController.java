package nl.steunpunt.support.asking;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.question.Ask;
import nl.steunpunt.support.question.QuestionAsking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class AskController {
  /** The start page, with what was typed when it could not be sent. */
  public record StartPage(StartScreens.Start start, String text, @Nullable Refusal refused) {}

  private final StartScreens screens;
  private final QuestionAsking asking;

  AskController(StartScreens screens, QuestionAsking asking) {
    this.screens = screens;
    this.asking = asking;
  }

  @GetMapping("/")
  ModelAndView start(Me me, @RequestParam(defaultValue = "") String text) {
    return Reply.page("support/asking/start", new StartPage(screens.start(me), text, null));
  }

  @PostMapping("/questions")
  ModelAndView ask(
      Me me,
      @RequestParam SystemId system,
      @RequestParam(required = false) @Nullable TopicId topic,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "false") boolean stuck,
      @RequestParam(defaultValue = "") String stuckUntil) {
    try {
      var id = asking.ask(me, new Ask(system, topic, text, null, stuck, moment(stuckUntil)));
      return Reply.to("/questions/" + id);
    } catch (Refusal refusal) {
      return Reply.again("support/asking/start", new StartPage(screens.start(me), text, refusal));
    }
  }

  private static @Nullable Instant moment(String local) {
    try {
      return local.isBlank()
          ? null
          : LocalDateTime.parse(local).atZone(OrganisationClock.ZONE).toInstant();
    } catch (DateTimeParseException e) {
      throw Refusal.of("question.refused.deadline_unread");
    }
  }
}
