package nl.steunpunt.issues.issue;

import java.util.List;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.QuestionDoor;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.Suggestion;
import nl.steunpunt.support.SuggestionKind;
import nl.steunpunt.support.Suggestions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The issue beside a question: which it belongs to, and for helpers which it may belong to. */
@Controller
public class LinkController {
  /**
   * @param likely known issues that look like the question, for who may link it
   */
  public record Panel(
      long question, List<IssueScreens.Linked> linked, boolean mayLink, List<Suggestion> likely) {}

  private static final int SOUGHT = 10;
  private static final int SHOWN = 3;

  private final IssueTracking tracking;
  private final IssueJoining joining;
  private final IssueScreens screens;
  private final Suggestions suggestions;
  private final QuestionDoor questions;

  LinkController(
      IssueTracking tracking,
      IssueJoining joining,
      IssueScreens screens,
      Suggestions suggestions,
      QuestionDoor questions) {
    this.tracking = tracking;
    this.joining = joining;
    this.screens = screens;
    this.suggestions = suggestions;
    this.questions = questions;
  }

  @GetMapping("/issues/of-question/{question}")
  ModelAndView panel(Me me, @PathVariable QuestionId question) {
    var text = questions.textOf(me, question);
    var linked = screens.of(question);
    var mayLink = me.is(Role.POWER_USER) || me.is(Role.HELPDESK);
    var likely =
        mayLink && linked.isEmpty()
            ? suggestions.find(text, null, me.language(), SOUGHT).stream()
                .filter(found -> found.kind() == SuggestionKind.ISSUE)
                .limit(SHOWN)
                .toList()
            : List.<Suggestion>of();
    return Reply.page("issues/issue/panel", new Panel(question.value(), linked, mayLink, likely));
  }

  /**
   * @param question its number, as somebody types it
   * @param stay the form stands with the issue, and not with the question
   */
  @PostMapping("/issues/{id}/questions")
  ModelAndView link(
      Me me,
      @PathVariable IssueId id,
      @RequestParam(defaultValue = "") String question,
      @RequestParam(defaultValue = "false") boolean stay) {
    var number = question.strip().replace("#", "");
    if (!number.matches("\\d{1,18}")) {
      throw Refusal.of("merging.refused.question").at("question");
    }
    var asked = QuestionId.of(number);
    requireVisible(me, asked);
    var issue = joining.link(me, id, asked);
    return stay
        ? Reply.to("/issues/" + issue + "/grouping", "issue.done.linked")
        : Reply.to("/questions/" + number, "issue.done.linked");
  }

  /** A mistyped number is said at its field: a page that is not there would take the form away. */
  private void requireVisible(Me me, QuestionId question) {
    try {
      questions.requireVisible(me, question);
    } catch (NotFound _) {
      throw Refusal.of("merging.refused.no_question", question.value()).at("question");
    }
  }

  /**
   * By hand, when it is about none of the likely ones.
   *
   * @param issue its number, as somebody types it
   */
  @PostMapping("/issues/of-question/{question}")
  ModelAndView linkByHand(
      Me me, @PathVariable QuestionId question, @RequestParam(defaultValue = "") String issue) {
    // Whose question it is comes before what is wrong with the number.
    questions.textOf(me, question);
    joining.link(me, tracking.numbered(issue, "issue"), question);
    return Reply.to("/questions/" + question, "issue.done.linked");
  }
}
