package nl.steunpunt.issues.issue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.IssueTickets;
import nl.steunpunt.network.AboutReading;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.Topic;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.network.Topics;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.SignalDoor;
import nl.steunpunt.support.SignalId;
import nl.steunpunt.support.Suggestion;
import nl.steunpunt.support.SuggestionKind;
import nl.steunpunt.support.Suggestions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class IssueController {
  /**
   * @param mayHelp takes part in solving it
   * @param tickets what the helpdesk has of it, for the helpdesk alone
   */
  public record IssuePage(
      IssueScreens.Show issue,
      boolean mayHelp,
      boolean mayChange,
      List<IssueTickets.Ticket> tickets) {
    /** Of what the form that changes it is made. */
    public String marks() {
      return IssueForm.of(issue).marks();
    }
  }

  /**
   * @param title to begin with, such as from a link
   * @param signal what it comes from; null: nothing
   * @param said what the signal says, to begin with
   * @param likely open issues that it may be about
   */
  public record NewPage(
      List<ItSystem> systems,
      List<Topic> topics,
      String title,
      @Nullable SignalId signal,
      SignalDoor.@Nullable Said said,
      List<Suggestion> likely) {
    public boolean isAbout(ItSystem system) {
      return said != null && said.system().equals(system.id());
    }

    public boolean isAbout(Topic topic) {
      return said != null && topic.id().equals(said.topic());
    }

    public List<Topic> topicsOf(ItSystem system) {
      return topics.stream().filter(topic -> topic.systemId().equals(system.id())).toList();
    }
  }

  private static final int SOUGHT = 10;
  private static final int SHOWN = 3;

  private final AboutReading abouts;
  private final IssueTracking tracking;
  private final IssueJoining joining;
  private final IssueScreens screens;
  private final Suggestions suggestions;
  private final IssueTickets tickets;
  private final SignalDoor signals;
  private final Systems systems;
  private final Topics topics;

  IssueController(
      AboutReading abouts,
      IssueTracking tracking,
      IssueJoining joining,
      IssueScreens screens,
      Suggestions suggestions,
      IssueTickets tickets,
      SignalDoor signals,
      Systems systems,
      Topics topics) {
    this.abouts = abouts;
    this.tracking = tracking;
    this.joining = joining;
    this.screens = screens;
    this.suggestions = suggestions;
    this.tickets = tickets;
    this.signals = signals;
    this.systems = systems;
    this.topics = topics;
  }

  @GetMapping("/issues/new")
  ModelAndView begin(
      Me me,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(required = false) @Nullable SignalId signal) {
    var said = signal == null ? null : signals.said(me, signal);
    return Reply.page("issues/issue/new", form(title, signal, said, likely(me, said)));
  }

  @PostMapping("/issues")
  ModelAndView report(
      Me me,
      @RequestParam SystemId system,
      @RequestParam(required = false) @Nullable TopicId topic,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String description,
      @RequestParam(required = false) @Nullable SignalId signal,
      @RequestParam(required = false) @Nullable UUID sending) {
    var about = abouts.of(system, topic);
    var id = tracking.report(me, about, title, description, signal, sending);
    return Reply.to("/issues/" + id, "issue.done.reported");
  }

  /**
   * @param again the page reads itself anew because something changed: nobody need be looking
   */
  @GetMapping("/issues/{id}")
  ModelAndView show(
      Me me, @PathVariable IssueId id, @RequestParam(defaultValue = "false") boolean again) {
    if (!again) {
      joining.seen(me, id);
    }
    var mayChange = mayChange(me);
    var issue = screens.show(me, id, mayReport(me), mayChange);
    if (issue.id() != id.value()) {
      return Reply.to("/issues/" + issue.id(), "merging.leads_here", id.value());
    }
    var known =
        me.is(Role.HELPDESK)
            ? tickets.of(List.of(id)).getOrDefault(id, List.of())
            : List.<IssueTickets.Ticket>of();
    return Reply.page("issues/issue/show", new IssuePage(issue, mayReport(me), mayChange, known));
  }

  /**
   * @param readAt when it had last been changed on the page on which it was typed
   * @param was the marks of what stood there
   */
  @PostMapping("/issues/{id}")
  ModelAndView change(
      Me me,
      @PathVariable IssueId id,
      @ModelAttribute IssueForm form,
      @RequestParam(required = false) @Nullable Instant readAt,
      @RequestParam(defaultValue = "") String was) {
    try {
      var changed = tracking.change(me, id, form, readAt);
      var said = changed.isNews() ? "issue.done.changed" : "issue.done.saved";
      return Reply.to("/issues/" + changed.issue(), said);
    } catch (ChangedMeanwhile late) {
      var now = screens.show(me, id, mayReport(me), true);
      var choice = Reply.page("issues/issue/meanwhile", Meanwhile.of(now, id.value(), form, was));
      choice.setStatus(HttpStatus.CONFLICT);
      return choice;
    }
  }

  @PostMapping("/issues/{id}/me-too")
  ModelAndView join(Me me, @PathVariable IssueId id) {
    joining.join(me, id);
    return Reply.to("/issues/" + id, "issue.done.joined");
  }

  @PostMapping("/issues/{id}/leaving")
  ModelAndView leave(Me me, @PathVariable IssueId id) {
    joining.leave(me, id);
    return Reply.to("/issues/" + id, "issue.done.left");
  }

  private List<Suggestion> likely(Me me, SignalDoor.@Nullable Said said) {
    return said == null
        ? List.of()
        : suggestions.find(said.text(), said.system(), me.language(), SOUGHT).stream()
            .filter(found -> found.kind() == SuggestionKind.ISSUE)
            .limit(SHOWN)
            .toList();
  }

  private NewPage form(
      String title,
      @Nullable SignalId signal,
      SignalDoor.@Nullable Said said,
      List<Suggestion> likely) {
    var active = systems.active();
    var choices = active.stream().flatMap(system -> topics.active(system.id()).stream()).toList();
    return new NewPage(active, choices, title, signal, said, likely);
  }

  private static boolean mayReport(Me me) {
    return me.is(Role.POWER_USER) || mayChange(me);
  }

  private static boolean mayChange(Me me) {
    return Owners.mayOwn(me);
  }
}
