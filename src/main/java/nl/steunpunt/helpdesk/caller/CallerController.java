package nl.steunpunt.helpdesk.caller;

import java.util.List;
import java.util.Locale;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class CallerController {
  public record Found(List<Callers.Caller> callers, String q) {}

  /**
   * @param helper who would get it; null: nobody could
   */
  public record CallPage(
      Callers.Caller caller,
      List<Desk.SystemChoice> systems,
      Desk.@Nullable Helper helper,
      String text,
      @Nullable Refusal refused) {}

  private final Callers callers;
  private final Desk desk;

  CallerController(Callers callers, Desk desk) {
    this.callers = callers;
    this.desk = desk;
  }

  /** First who calls; then, with {@code person}, what it is about. */
  @GetMapping("/desk/caller")
  ModelAndView begin(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable PersonId person) {
    return person == null
        ? Reply.page("helpdesk/caller/find", new Found(callers.find(q), q))
        : Reply.page("helpdesk/caller/call", call(person, "", null));
  }

  @PostMapping("/desk/caller")
  ModelAndView take(
      Me me,
      @RequestParam PersonId person,
      @RequestParam long system,
      @RequestParam(required = false) @Nullable Long topic,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String solution,
      @RequestParam String way) {
    try {
      var caller = callers.one(person).orElseThrow(NotFound::new);
      var helper = desk.helperFor(person, system).orElse(null);
      var chosen = way(way);
      var id = desk.take(me, new Desk.Call(person, system, topic, text, chosen, solution));
      var first = caller.name().split(" ")[0];
      return switch (chosen) {
        case POWER_USER ->
            helper == null
                ? Reply.to("/questions/" + id, "caller.done.desk", first)
                : Reply.to(
                    "/desk",
                    helper.sameFloor() ? "caller.done.sent_near" : "caller.done.sent",
                    helper.name(),
                    first);
        case DESK -> Reply.to("/questions/" + id, "caller.done.desk", first);
        case SOLVED -> Reply.to("/desk", "caller.done.solved", first);
      };
    } catch (Refusal refusal) {
      return Reply.again("helpdesk/caller/call", call(person, text, refusal));
    }
  }

  private CallPage call(PersonId person, String text, @Nullable Refusal refused) {
    var caller = callers.one(person).orElseThrow(NotFound::new);
    var systems = desk.systems();
    var helper =
        systems.isEmpty() ? null : desk.helperFor(person, systems.getFirst().id()).orElse(null);
    return new CallPage(caller, systems, helper, text, refused);
  }

  private static Desk.Way way(String word) {
    try {
      return Desk.Way.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.of("caller.refused.way");
    }
  }
}
