package nl.steunpunt.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What a request asks for, as it is routed: decoded. Written with a {@code %61} it is the same
 * address, and no rule that goes by the address may take it for another.
 */
public final class Paths {
  private Paths() {}

  /** On an error page: what was asked for at first. */
  public static String of(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.FORWARD_SERVLET_PATH) instanceof String first) {
      return first;
    }
    var rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }

  public static boolean isApi(HttpServletRequest request) {
    return of(request).startsWith("/api/");
  }
}
