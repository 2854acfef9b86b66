package nl.steunpunt.helpdesk.caller;

import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class CallerController {
  public record Found(List<Callers.Caller> callers, String q) {}

  /**
   * @param helper who would get it as it stands in the form; null: not known yet, or nobody could
   */
  public record CallPage(
      Callers.Caller caller,
      List<Desk.SystemChoice> systems,
      CallForm form,
      Desk.@Nullable Helper helper,
      @Nullable Refusal refused) {
    public boolean isSolutionMissing() {
      return refused != null && refused.field().equals("solution");
    }
  }

  private final Callers callers;
  private final CallTaking calls;
  private final Desk desk;

  CallerController(Callers callers, CallTaking calls, Desk desk) {
    this.callers = callers;
    this.calls = calls;
    this.desk = desk;
  }

  /**
   * First who calls; then, with a person, what it is about. Enter on a name that only one person
   * has goes on at once.
   *
   * @param enter the search was sent, and not just typed in
   */
  @GetMapping("/desk/caller")
  ModelAndView begin(
      Me me,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean enter,
      @ModelAttribute CallForm form) {
    if (form.person() != null) {
      return Reply.page("helpdesk/caller/call", call(me, form.person(), form, null));
    }
    var found = callers.find(q);
    return enter && found.size() == 1
        ? Reply.to("/desk/caller?person=" + found.getFirst().id())
        : Reply.page("helpdesk/caller/find", new Found(found, q));
  }

  @PostMapping("/desk/caller")
  ModelAndView file(Me me, @RequestParam PersonId person, @ModelAttribute CallForm form) {
    var caller = callers.one(person).orElseThrow(NotFound::new);
    try {
      var way = form.chosenWay();
      var trouble = form.trouble(person, desk.systems());
      if (trouble == null) {
        throw Refusal.of("caller.refused.about");
      }
      if (way == Desk.Way.SOLVED && form.told().isBlank()) {
        throw Refusal.of("caller.refused.solution").at("solution");
      }
      var filed =
          calls.take(
              me,
              new Desk.Call(trouble, form.typed(), way, form.told(), form.sending()),
              form.isForPowerUser());
      return way == Desk.Way.SOLVED
          ? Reply.to("/desk", "caller.done.solved", caller.firstName())
          : said(caller, filed);
    } catch (Refusal refusal) {
      return Reply.again("helpdesk/caller/call", call(me, person, form, refusal));
    }
  }

  /** The sentence to say on the phone. */
  private static ModelAndView said(Callers.Caller caller, Desk.Filed filed) {
    var helper = filed.helper();
    if (helper == null) {
      return Reply.to("/questions/" + filed.question(), "caller.done.desk", caller.firstName());
    }
    if (helper.sameFloor()) {
      return Reply.to("/desk", "caller.done.sent_near", helper.name(), caller.firstName());
    }
    return helper.place() == null
        ? Reply.to("/desk", "caller.done.sent", helper.name(), caller.firstName())
        : Reply.to(
            "/desk",
            "caller.done.sent_place",
            helper.name(),
            caller.firstName(),
            helper.place().replace("/", ", "));
  }

  private CallPage call(Me me, PersonId person, CallForm typed, @Nullable Refusal refused) {
    var caller = callers.one(person).orElseThrow(NotFound::new);
    var systems = desk.systems();
    var form = typed.with(systems);
    var trouble = form.trouble(person, systems);
    var helper = trouble == null ? null : desk.helperFor(me, trouble).orElse(null);
    return new CallPage(caller, systems, form, helper, refused);
  }
}
