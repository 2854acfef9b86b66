package nl.steunpunt.notify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How somebody can be told, beside the page itself. A column of the settings table each. */
public enum Way {
  /** After a quiet spell, about all of it. */
  MAIL,
  /** On the screen of a phone or computer, at once. */
  PUSH,
  /** One mail in the morning. */
  DIGEST;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Way> of(String word) {
    return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
  }
}
