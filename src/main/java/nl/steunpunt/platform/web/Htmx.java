package nl.steunpunt.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** The one place that knows htmx's headers. */
public final class Htmx {
  private static final String ASKS = "HX-Request";

  private Htmx() {}

  static boolean isHeader(String name) {
    return name.equalsIgnoreCase(ASKS);
  }

  /** Whether a part of a page is asked for, rather than a page. */
  public static boolean asks(HttpServletRequest request) {
    return has(request, ASKS) && !has(request, "HX-Boosted");
  }

  /**
   * What is in it is not looked at: the firewall throws on nonsense, also while a refusal is told.
   */
  private static boolean has(HttpServletRequest request, String header) {
    return request.getHeaders(header).hasMoreElements();
  }
}
