package nl.steunpunt.people.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The browser's half of a sign-in. */
final class SignInCookie {
  static final String NAME = "steunpunt";

  private SignInCookie() {}

  /** Without {@code lasts} the browser forgets it when it closes: for a shared terminal. */
  static void give(
      HttpServletRequest request, HttpServletResponse response, String secret, Duration lasts) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, secret)
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(lasts)
            .build()
            .toString());
  }

  static void take(HttpServletRequest request, HttpServletResponse response) {
    give(request, response, "", Duration.ZERO);
  }
}
