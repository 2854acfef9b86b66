package nl.steunpunt.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** The one place that knows htmx's headers. */
public final class Htmx {
  private Htmx() {}

  /** Whether a part of a page is asked for, rather than a page. */
  public static boolean asks(HttpServletRequest request) {
    return request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
  }
}
