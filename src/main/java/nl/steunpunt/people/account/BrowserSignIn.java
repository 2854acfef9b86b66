package nl.steunpunt.people.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import nl.steunpunt.people.BrowserName;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.account.SignIns.Kind;
import nl.steunpunt.platform.web.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Signs a person in on the browser that asks. Always with a new secret: a cookie from before is
 * worth nothing afterwards, whoever put it there.
 */
@Component
class BrowserSignIn {
  private static final Duration OWN_BROWSER = Duration.ofDays(30);
  private static final Duration SHARED_BROWSER = Duration.ofHours(8);
  private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

  private final SignIns signIns;
  private final KnownBrowsers known;

  BrowserSignIn(SignIns signIns, KnownBrowsers known) {
    this.signIns = signIns;
    this.known = known;
  }

  void start(
      PersonId person, boolean shared, HttpServletRequest request, HttpServletResponse response) {
    if (Pages.viewer() instanceof Me before) {
      signIns.revoke(before.id(), before.signInId());
    }
    var label = BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT));
    var secret = signIns.start(person, Kind.BROWSER, label, shared ? SHARED_BROWSER : OWN_BROWSER);
    SignInCookie.give(request, response, secret, shared ? UNTIL_CLOSED : OWN_BROWSER);
    if (!shared) {
      known.mark(person, request, response);
    }
  }
}
