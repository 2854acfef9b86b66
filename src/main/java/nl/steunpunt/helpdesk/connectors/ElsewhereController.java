package nl.steunpunt.helpdesk.connectors;

import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.platform.web.Viewer;
import nl.steunpunt.support.QuestionDoor;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.QuestionPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Beside a question: under which number it is in the helpdesk's own system, and how it is there.
 */
@Controller
public class ElsewhereController {
  private final ConnectionScreens screens;
  private final QuestionDoor questions;
  private final Lines lines;

  ElsewhereController(ConnectionScreens screens, QuestionDoor questions, Lines lines) {
    this.screens = screens;
    this.questions = questions;
    this.lines = lines;
  }

  /**
   * @param there null: it is in no other system
   * @param link to the ticket there, for who works at the desk; null: nothing to open
   */
  public record Panel(
      long question,
      ConnectionScreens.@Nullable Elsewhere there,
      boolean desk,
      @Nullable String link) {}

  @GetMapping("/questions/{id}/elsewhere")
  ModelAndView show(Me me, @PathVariable QuestionId id) {
    questions.requireVisible(me, id);
    var there = screens.elsewhere(id);
    var desk = me.is(Role.HELPDESK);
    return Reply.page(
        "helpdesk/connectors/elsewhere",
        new Panel(id.value(), there, desk, desk && there != null ? link(there) : null));
  }

  private @Nullable String link(ConnectionScreens.Elsewhere there) {
    var ticket = there.theirId();
    var address = there.address().replaceAll("/+$", "");
    return ticket == null
        ? null
        : lines.kind(there.kind()).map(one -> address + one.page(ticket)).orElse(null);
  }

  private record ElsewherePanel() implements QuestionPanel {
    @Override
    public Place place() {
      return Place.SIDE;
    }

    @Override
    public String key() {
      return "elsewhere.title";
    }

    @Override
    public String path(QuestionId question, Viewer viewer) {
      return "/questions/" + question + "/elsewhere";
    }
  }

  @Bean
  @Order(1)
  static QuestionPanel elsewherePanel() {
    return new ElsewherePanel();
  }
}
