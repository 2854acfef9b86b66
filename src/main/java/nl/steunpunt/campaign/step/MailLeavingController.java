package nl.steunpunt.campaign.step;

import java.time.Clock;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.settings.SignedLink;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * No more campaign mail, by the link in one: without signing in, and by a mail program with one
 * request (RFC 8058). Opening the link does nothing by itself, since mail scanners open links. It
 * opens nothing else, and names nobody.
 */
@Controller
public class MailLeavingController {
  static final String PATH = "/campaign-mail";

  private final SignedLink links;
  private final Audiences audiences;
  private final Clock clock;

  MailLeavingController(SignedLink links, Audiences audiences, Clock clock) {
    this.links = links;
    this.audiences = audiences;
    this.clock = clock;
  }

  public record LeavingPage(String address, boolean hasLeft) {}

  @GetMapping(PATH + "/{link}")
  ModelAndView show(@PathVariable String link) {
    return Reply.page(
        "campaign/step/leaving",
        new LeavingPage(PATH + "/" + link, audiences.hasLeft(person(link))));
  }

  /** Answers with the page itself: a mail program must get no redirect. */
  @PostMapping(PATH + "/{link}")
  ModelAndView leave(@PathVariable String link) {
    audiences.leave(person(link), clock.instant());
    return show(link);
  }

  @PostMapping(PATH + "/{link}/return")
  ModelAndView comeBack(@PathVariable String link) {
    audiences.comeBack(person(link));
    return Reply.to(PATH + "/" + link);
  }

  private PersonId person(String link) {
    return links
        .read(StepLetters.LEAVING, 1, link)
        .map(numbers -> new PersonId(numbers[0]))
        .orElseThrow(NotFound::new);
  }
}
