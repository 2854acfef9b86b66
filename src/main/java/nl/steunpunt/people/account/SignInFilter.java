package nl.steunpunt.people.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.account.SignIns.Kind;
import nl.steunpunt.platform.web.Paths;
import nl.steunpunt.platform.web.TryLater;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Recognises who asks: by the browser's cookie, or on the API by a bearer token. One indexed read,
 * no write. Who is nobody, or guesses at a secret, may ask only so often.
 */
class SignInFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(SignInFilter.class);

  /**
   * Probes come often and from one place; the demo's tokens are taken by the thousand, in no other.
   * To none of these does it matter who asks.
   */
  private static final Set<String> FOR_ANYBODY =
      Set.of("/health/live", "/health/ready", "/api/v1/demo/tokens", "/api/v1/demo/clock");

  private final SignIns signIns;
  private final SignInLimits limits;

  SignInFilter(SignIns signIns, SignInLimits limits) {
    this.signIns = signIns;
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    Optional<Me> who;
    try {
      who = who(request);
    } catch (DataAccessException | TransactionException away) {
      // Not "nobody": a page for strangers would ask them to sign in again.
      LOG.warn("database away: {}", away.getMessage());
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    if (who.isEmpty() && isTooOften(request, response)) {
      return;
    }
    who.ifPresent(me -> {
      var context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(new PreAuthenticatedAuthenticationToken(me, "", List.of()));
      SecurityContextHolder.setContext(context);
    });
    next.doFilter(request, response);
  }

  private boolean isTooOften(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      limits.stranger(request.getRemoteAddr());
      return false;
    } catch (TryLater later) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
      response.sendError(later.status().value());
      return true;
    }
  }

  /** A cookie does not open the API: so no other site can make a browser write through it. */
  private Optional<Me> who(HttpServletRequest request) {
    if (Paths.isApi(request)) {
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
    var path = Paths.of(request);
    return FOR_ANYBODY.contains(path) || path.startsWith("/assets/");
  }
}
