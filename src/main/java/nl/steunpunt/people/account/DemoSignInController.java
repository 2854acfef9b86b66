package nl.steunpunt.people.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.steunpunt.people.OneClickSignIns;
import nl.steunpunt.people.People;
import nl.steunpunt.platform.web.LocalPath;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signs the cast of the demo in. Outside the demo there is no such route. */
@Controller
@ConditionalOnProperty("steunpunt.demo")
class DemoSignInController {
  private final OneClickSignIns offered;
  private final People people;
  private final BrowserSignIn browser;

  DemoSignInController(OneClickSignIns offered, People people, BrowserSignIn browser) {
    this.offered = offered;
    this.people = people;
    this.browser = browser;
  }

  @PostMapping("/demo/sign-in")
  ModelAndView signIn(
      @RequestParam String email,
      @RequestParam(defaultValue = "/") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (offered.offers().stream().noneMatch(offer -> offer.email().equalsIgnoreCase(email))) {
      throw new NotFound();
    }
    browser.start(people.withEmail(email).orElseThrow(NotFound::new), true, request, response);
    return Reply.to(LocalPath.of(to));
  }
}
