package nl.steunpunt.campaign.awareness;

import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asked on a page or in a mail, and answered by whoever has the link. */
@Controller
public class AwarenessController {
  public static final String PATH = "/awareness";

  private final AwarenessAsking asking;
  private final QuestionLinks links;

  AwarenessController(AwarenessAsking asking, QuestionLinks links) {
    this.asking = asking;
    this.links = links;
  }

  /**
   * @param asked null: nothing to ask
   */
  public record CardPage(AwarenessAsking.@Nullable Asked asked) {}

  /**
   * @param open it can still be answered
   * @param said what was answered just now, or empty
   */
  public record LinkPage(String address, boolean open, String said) {}

  /** A part of the pages that people come to; nothing when they were asked this quarter. */
  @GetMapping(PATH + "/card")
  ModelAndView card(Me me) {
    return Reply.page("campaign/awareness/card", new CardPage(asking.ask(me.id(), null).orElse(null)));
  }

  @GetMapping(PATH + "/{link}")
  ModelAndView show(@PathVariable String link) {
    var question = links.read(link).orElseThrow(NotFound::new);
    return Reply.page(
        "campaign/awareness/link", new LinkPage(PATH + "/" + link, asking.isOpen(question), ""));
  }

  /** After "no" one sees at once who helps. */
  @PostMapping(PATH + "/{link}")
  ModelAndView answer(
      @Nullable Me me, @PathVariable String link, @RequestParam(defaultValue = "") String word) {
    var question = links.read(link).orElseThrow(NotFound::new);
    var said = Word.of(word).orElseThrow(() -> Refusal.of("awareness.refused.word"));
    if (!asking.answer(question, said)) {
      throw Refusal.conflict("awareness.refused.again");
    }
    if (said == Word.NO) {
      return Reply.to("/who-helps", "awareness.thanks.no");
    }
    return me == null
        ? Reply.page(
            "campaign/awareness/link", new LinkPage(PATH + "/" + link, false, said.word()))
        : Reply.to("/", "awareness.thanks");
  }
}
