package nl.steunpunt.network.candidacy;

import java.util.Locale;

/** Whom a mail about a candidate is for. */
record Reader(String name, String email, String language) {
  Locale locale() {
    return Locale.of(language);
  }
}
