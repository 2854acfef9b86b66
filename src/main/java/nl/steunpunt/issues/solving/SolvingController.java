package nl.steunpunt.issues.solving;

import java.util.UUID;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.Owners;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class SolvingController {
  /**
   * @param mayDecide whether the viewer approves what is proposed
   */
  public record SolvingPage(SolvingScreens.Conversation conversation, boolean mayDecide) {}

  private final Solving solving;
  private final SolvingScreens screens;

  SolvingController(Solving solving, SolvingScreens screens) {
    this.solving = solving;
    this.screens = screens;
  }

  /**
   * @param again the page reads itself anew because something was said: nobody need be looking
   */
  @GetMapping("/issues/{id}/solving")
  ModelAndView show(
      Me me,
      @PathVariable IssueId id,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "false") boolean again) {
    var conversation = screens.conversation(me, id, before);
    if (!again) {
      solving.seen(me, new IssueId(conversation.id()));
    }
    return Reply.page("issues/solving/show", new SolvingPage(conversation, Owners.mayOwn(me)));
  }

  @PostMapping("/issues/{id}/solving")
  ModelAndView say(
      Me me,
      @PathVariable IssueId id,
      @RequestParam(defaultValue = "said") String kind,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable UUID sending) {
    var what = Kind.of(kind);
    var issue = solving.say(me, id, what, text, sending);
    return Reply.to("/issues/" + issue + "/solving", "solving.done." + what.word());
  }

  @PostMapping("/issues/{id}/solving/{post}/approval")
  ModelAndView approve(Me me, @PathVariable IssueId id, @PathVariable long post) {
    var isNews = solving.approve(me, id, post);
    return Reply.to(
        "/issues/" + id + "/solving",
        isNews ? "solving.done.approved" : "solving.done.approved_untold");
  }

  @PostMapping("/issues/{id}/solving/{post}/decline")
  ModelAndView decline(
      Me me,
      @PathVariable IssueId id,
      @PathVariable long post,
      @RequestParam(defaultValue = "") String reason) {
    solving.decline(me, id, post, reason);
    return Reply.to("/issues/" + id + "/solving", "solving.done.declined");
  }

  @PostMapping("/issues/naming")
  ModelAndView name(Me me, @RequestParam boolean named, @RequestParam IssueId issue) {
    solving.name(me, named);
    return Reply.to(
        "/issues/" + issue + "/solving", named ? "solving.done.named" : "solving.done.unnamed");
  }

  @GetMapping("/issues/releases")
  ModelAndView release(@RequestParam(defaultValue = "") String name) {
    return Reply.page("issues/solving/release", screens.release(name));
  }
}
