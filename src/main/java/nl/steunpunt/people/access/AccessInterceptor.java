package nl.steunpunt.people.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.NotSignedIn;
import nl.steunpunt.platform.web.Pages;
import nl.steunpunt.platform.web.Paths;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Holds each request against the table by the pattern Spring chose for it. A route that is not in
 * the table is nobody's. To someone signed in, what is not theirs does not exist (404).
 */
@Component
class AccessInterceptor implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws Exception {
    // An error page, or the end of a stream: the request itself was admitted, or refused, before.
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      return true;
    }
    if (CorsUtils.isPreFlightRequest(request)) {
      // Other sites may ask for nothing that needs one; what is thrown here no error page catches.
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return false;
    }
    var me = Pages.viewer() instanceof Me signedIn ? signedIn : null;
    var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    var rule =
        AccessTable.rule(
            method + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    if (rule != null && rule.admits(me)) {
      return true;
    }
    if (me != null || rule == null) {
      throw new NotFound();
    }
    if (Paths.isApi(request)) {
      throw new NotSignedIn();
    }
    response.sendRedirect(
        "/sign-in?to=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8));
    return false;
  }

  /** Where to go on after signing in: a form cannot be sent again, so back to where it stood. */
  private static String wanted(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")) {
      return "/";
    }
    var query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }
}
