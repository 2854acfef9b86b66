package nl.steunpunt.issues.solving;

import java.util.Arrays;
import java.util.Locale;
import nl.steunpunt.platform.web.Refusal;

/** What somebody says who helps to solve an issue. */
public enum Kind {
  SAID,
  /** I can make it happen; on what, says the text. */
  REPRODUCED,
  /** This helps meanwhile; the desk decides whether all may see it. */
  PROPOSED,
  /** I tried the fix before it goes out, and it works. */
  WORKS,
  /** I tried the fix, and it does not. */
  FAILS;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Kind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> Refusal.of("solving.refused.kind").at("kind"));
  }

  /** A fix that works needs no more words. */
  boolean mayBeBare() {
    return this == WORKS;
  }
}
