package nl.steunpunt.platform.web;

import java.util.Locale;

/** Who looks at a page: what the layout needs to know of the person signed in. */
public interface Viewer {
  long number();

  /** The browser or program that asks, among all of this viewer's. */
  long signInId();

  String name();

  Locale locale();

  /** Whether this viewer has the role with this lower-case word. */
  boolean has(String role);
}
