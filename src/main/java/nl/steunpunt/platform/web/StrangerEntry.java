package nl.steunpunt.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** Something for who cannot sign in, shown below the sign-in form; a bean of its room. */
public interface StrangerEntry {
  boolean isFor(HttpServletRequest request);

  String path();

  /** Of the words of the link. */
  String key();
}
