package nl.steunpunt.issues.merging;

import java.util.List;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.Owners;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.SignalId;
import nl.steunpunt.support.Suggestion;
import nl.steunpunt.support.SuggestionKind;
import nl.steunpunt.support.Suggestions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class MergingController {
  /**
   * @param mayMerge who may change issues also makes one of two, and two of one
   * @param mayJoin who helps says what a question is about
   * @param alike open issues that look like it
   * @param questions that look like it and have no issue, as far as the viewer may read them
   */
  public record MergingPage(
      MergingScreens.Show issue,
      boolean mayMerge,
      boolean mayJoin,
      List<Suggestion> alike,
      List<Alike.Found<MergingScreens.Asked>> questions) {}

  private static final int SOUGHT = 20;
  private static final int SHOWN = 8;
  private static final int CANDIDATES = 300;

  private final Merging merging;
  private final MergingScreens screens;
  private final Suggestions suggestions;

  MergingController(Merging merging, MergingScreens screens, Suggestions suggestions) {
    this.merging = merging;
    this.screens = screens;
    this.suggestions = suggestions;
  }

  @GetMapping("/issues/{id}/grouping")
  ModelAndView show(Me me, @PathVariable IssueId id) {
    var desk = me.is(Role.HELPDESK);
    var issue = screens.show(me, id, desk);
    if (issue.id() != id.value()) {
      return Reply.to("/issues/" + issue.id() + "/grouping", "merging.leads_here", id.value());
    }
    var alike =
        suggestions
            .find(issue.text(), new SystemId(issue.systemId()), me.language(), SOUGHT)
            .stream()
            .filter(one -> one.kind() == SuggestionKind.ISSUE && one.id() != issue.id())
            .limit(SHOWN)
            .toList();
    var mayJoin = desk || me.is(Role.POWER_USER);
    var questions =
        mayJoin
            ? Alike.to(
                issue.text(),
                screens.unlinked(me, issue.systemId(), desk, CANDIDATES),
                asked -> String.valueOf(asked.text()),
                SHOWN)
            : List.<Alike.Found<MergingScreens.Asked>>of();
    return Reply.page(
        "issues/merging/show",
        new MergingPage(issue, Owners.mayOwn(me), mayJoin, alike, questions));
  }

  /**
   * @param into the number of the issue that is kept
   */
  @PostMapping("/issues/{id}/merger")
  ModelAndView merge(
      Me me, @PathVariable IssueId id, @RequestParam(defaultValue = "") String into) {
    var kept = merging.merge(me, id, into);
    return Reply.to("/issues/" + kept + "/grouping", "merging.done.merged", id.value());
  }

  @PostMapping("/issues/{id}/merger/undoing")
  ModelAndView undo(Me me, @PathVariable IssueId id) {
    merging.undo(me, id);
    return Reply.to("/issues/" + id, "merging.done.undone");
  }

  @PostMapping("/issues/{id}/split")
  ModelAndView split(
      Me me,
      @PathVariable IssueId id,
      @RequestParam(defaultValue = "") String newTitle,
      @RequestParam(defaultValue = "") List<Long> questions) {
    var to = merging.split(me, id, newTitle, questions);
    return Reply.to("/issues/" + to, "merging.done.split", id.value());
  }

  @PostMapping("/issues/{id}/signals")
  ModelAndView joinSignal(Me me, @PathVariable IssueId id, @RequestParam SignalId signal) {
    var issue = merging.joinSignal(me, id, signal);
    return Reply.to("/issues/" + issue, "merging.done.signal");
  }

  /**
   * By hand, when it is about none of the likely ones.
   *
   * @param issue its number, as somebody types it
   */
  @PostMapping("/issues/of-signal/{signal}")
  ModelAndView joinSignalByHand(
      Me me, @PathVariable SignalId signal, @RequestParam(defaultValue = "") String issue) {
    var joined = merging.joinSignal(me, issue, signal);
    return Reply.to("/issues/" + joined, "merging.done.signal");
  }
}
