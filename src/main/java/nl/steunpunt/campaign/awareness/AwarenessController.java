package nl.steunpunt.campaign.awareness;

import nl.steunpunt.network.Systems;
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
  private final Systems systems;

  AwarenessController(AwarenessAsking asking, QuestionLinks links, Systems systems) {
    this.asking = asking;
    this.links = links;
    this.systems = systems;
  }

  /**
   * @param asked null: nothing to ask
   */
  public record CardPage(AwarenessAsking.@Nullable Asked asked) {}

  /**
   * @param open it can still be answered
   * @param says key of what is said when it cannot
   * @param who where their power user stands
   */
  public record LinkPage(String address, String system, boolean open, String says, String who) {}

  /**
   * A part of the pages that people come to; nothing when they were asked this quarter. That they
   * are asked is noted, and so it is no GET: another site could use up their question.
   */
  @PostMapping(PATH + "/card")
  ModelAndView card(Me me) {
    return Reply.page(
        "campaign/awareness/card", new CardPage(asking.ask(me.id(), null).orElse(null)));
  }

  @GetMapping(PATH + "/{link}")
  ModelAndView show(@PathVariable String link) {
    var question = links.read(link).orElseThrow(NotFound::new);
    return page(
        link,
        question,
        asking.isOpen(question),
        question.isTrial() ? "awareness.trial" : "awareness.over");
  }

  /**
   * Who does not know, or not for sure, sees at once who helps; by the link of a mail after signing
   * in, since it says nothing of who reads it.
   */
  @PostMapping(PATH + "/{link}")
  ModelAndView answer(
      @Nullable Me me, @PathVariable String link, @RequestParam(defaultValue = "") String word) {
    var question = links.read(link).orElseThrow(NotFound::new);
    var said = Word.of(word).orElseThrow(() -> Refusal.of("awareness.refused.word"));
    if (!asking.answer(question, said)) {
      throw Refusal.conflict("awareness.refused.again");
    }
    if (me == null) {
      return page(
          link,
          question,
          false,
          said == Word.YES ? "awareness.thanks" : "awareness.thanks.sign_in");
    }
    return said == Word.YES
        ? Reply.to("/", "awareness.thanks")
        : Reply.to(who(question), "awareness.thanks.no");
  }

  private static String who(Question question) {
    return "/who-helps?system=" + question.system();
  }

  private ModelAndView page(String link, Question question, boolean open, String says) {
    var system = systems.byId(question.system()).orElseThrow(NotFound::new);
    return Reply.page(
        "campaign/awareness/link",
        new LinkPage(PATH + "/" + link, system.name(), open, says, who(question)));
  }
}
