package nl.steunpunt.issues.worksnow;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.worksnow.WorksAnswers.Asked;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.ClientAddresses;
import nl.steunpunt.platform.web.ClientShares;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Pages;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One tap, from a mail without signing in, or on the issue. Opening the link answers nothing: mail
 * scanners open links.
 */
@Controller
public class WorksNowController {
  /** Taps of one address in a minute: many colleagues may have the same. */
  static final int MOST = 60;

  private final WorksNow works;
  private final WorksLinks links;
  private final ClientAddresses addresses;
  private final ClientShares shares;

  WorksNowController(WorksNow works, WorksLinks links, ClientAddresses addresses, Clock clock) {
    this.works = works;
    this.links = links;
    this.addresses = addresses;
    this.shares = new ClientShares(MOST, Duration.ofMinutes(1), "works.refused.too_often", clock);
  }

  /**
   * @param address where the answer goes
   * @param asked null: nothing to ask
   */
  public record WorksPage(String address, @Nullable Asked asked) {}

  @GetMapping(WorksLinks.PATH + "/{link}")
  ModelAndView show(@PathVariable String link, HttpServletRequest request) {
    var to = links.read(link).orElseThrow(NotFound::new);
    var asked = works.asked(to.news(), to.person());
    Pages.expect(request, Locale.of(asked.language()));
    return page(link, asked);
  }

  @PostMapping(WorksLinks.PATH + "/{link}")
  ModelAndView answer(
      @PathVariable String link,
      @RequestParam(defaultValue = "") String works,
      @RequestParam(required = false) @Nullable String text,
      HttpServletRequest request) {
    shares.take(addresses.counted(request));
    var to = links.read(link).orElseThrow(NotFound::new);
    Pages.expect(request, Locale.of(this.works.asked(to.news(), to.person()).language()));
    this.works.answer(to.news(), to.person(), word(works), text);
    var path = WorksLinks.PATH + "/" + link;
    return isSaid(text) ? Reply.to(path, "works.thanks.sent") : Reply.to(path);
  }

  /** A part of the issue's page, for who is hit by it. */
  @GetMapping("/issues/{id}/works")
  ModelAndView part(Me me, @PathVariable IssueId id) {
    return Reply.page(
        "issues/worksnow/part",
        new WorksPage("/issues/" + id + "/works", works.asked(id, me.id()).orElse(null)));
  }

  @PostMapping("/issues/{id}/works")
  ModelAndView answerSignedIn(
      Me me,
      @PathVariable IssueId id,
      @RequestParam(defaultValue = "") String works,
      @RequestParam(required = false) @Nullable String text) {
    var asked = this.works.asked(id, me.id()).orElseThrow(NotFound::new);
    var says = word(works);
    this.works.answer(asked.newsId(), me.id(), says, text);
    return Reply.to(
        "/issues/" + id,
        isSaid(text) ? "works.thanks.sent" : says ? "works.thanks.yes" : "works.thanks.no");
  }

  private static boolean isSaid(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private static boolean word(String works) {
    return switch (works) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw Refusal.of("works.refused.word");
    };
  }

  private static ModelAndView page(String link, Asked asked) {
    return Reply.page("issues/worksnow/link", new WorksPage(WorksLinks.PATH + "/" + link, asked));
  }
}
