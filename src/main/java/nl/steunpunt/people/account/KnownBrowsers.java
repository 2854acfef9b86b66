package nl.steunpunt.people.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.settings.InstallationKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Marks a browser in which somebody signed in. The mark opens nothing; it only gives that person's
 * tries in that browser their own limit (OWASP calls it a device cookie).
 */
@Component
class KnownBrowsers {
  private static final String COOKIE = "known";
  private static final String PURPOSE = "known-browser";

  private final InstallationKey key;

  KnownBrowsers(InstallationKey key) {
    this.key = key;
  }

  void mark(PersonId person, HttpServletRequest request, HttpServletResponse response) {
    var name = person + "." + Secrets.fresh().substring(0, 16);
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, name + "." + sign(name))
            .path("/sign-in")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(Duration.ofDays(365))
            .build()
            .toString());
  }

  /** The mark of this browser if it was given for this person. */
  @Nullable String of(PersonId person, HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, COOKIE);
    if (cookie == null || !cookie.getValue().startsWith(person + ".")) {
      return null;
    }
    var end = cookie.getValue().lastIndexOf('.');
    var name = cookie.getValue().substring(0, end);
    var given = cookie.getValue().substring(end + 1);
    return MessageDigest.isEqual(sign(name).getBytes(), given.getBytes()) ? name : null;
  }

  private String sign(String name) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.mark(PURPOSE, name));
  }
}
