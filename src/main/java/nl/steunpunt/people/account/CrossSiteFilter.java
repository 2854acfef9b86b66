package nl.steunpunt.people.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site makes a browser send: a request that changes something must say that it
 * comes from our own pages ({@code Sec-Fetch-Site}, or in older browsers {@code Origin}). Browsers
 * set these themselves and no page can forge them; a client that is no browser sends neither and
 * carries no cookie that it did not choose to send. See docs/adr on cross-site requests.
 */
class CrossSiteFilter extends OncePerRequestFilter {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    if (SAFE.contains(request.getMethod()) || isOurs(request)) {
      next.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static boolean isOurs(HttpServletRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null || host(origin).equals(request.getHeader(HttpHeaders.HOST));
  }

  private static String host(String origin) {
    try {
      var authority = URI.create(origin).getAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
