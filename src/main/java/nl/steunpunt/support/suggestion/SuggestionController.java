package nl.steunpunt.support.suggestion;

import java.util.List;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.Suggestion;
import nl.steunpunt.support.Suggestions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What may be yours already, while you type and before you send. */
@Controller
public class SuggestionController {
  public record Found(List<Suggestion> suggestions) {}

  private static final int SHOWN = 5;

  private final Suggestions suggestions;

  SuggestionController(Suggestions suggestions) {
    this.suggestions = suggestions;
  }

  @GetMapping("/suggestions")
  ModelAndView find(
      Me me,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable SystemId system) {
    return Reply.page(
        "support/suggestion/list", new Found(suggestions.find(text, system, me.language(), SHOWN)));
  }
}
