package nl.steunpunt.people.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.account.SignIns.Kind;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Recognises who asks: by the browser's cookie, or on the API by a bearer token. One indexed read,
 * no write.
 */
class SignInFilter extends OncePerRequestFilter {
  private final SignIns signIns;

  SignInFilter(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    who(request)
        .ifPresent(me -> {
          var context = SecurityContextHolder.createEmptyContext();
          context.setAuthentication(new PreAuthenticatedAuthenticationToken(me, "", List.of()));
          SecurityContextHolder.setContext(context);
        });
    next.doFilter(request, response);
  }

  /** A cookie does not open the API: so no other site can make a browser write through it. */
  private Optional<Me> who(HttpServletRequest request) {
    if (request.getRequestURI().startsWith("/api/")) {
      var header = request.getHeader(HttpHeaders.AUTHORIZATION);
      return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
          ? signIns.find(header.substring(7).strip(), Kind.TOKEN)
          : Optional.empty();
    }
    var cookie = WebUtils.getCookie(request, SignInCookie.NAME);
    return cookie == null ? Optional.empty() : signIns.find(cookie.getValue(), Kind.BROWSER);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/assets/");
  }
}
