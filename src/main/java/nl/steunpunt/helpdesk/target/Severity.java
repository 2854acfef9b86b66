package nl.steunpunt.helpdesk.target;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How badly one person is hit; the table's rows, in this order. */
public enum Severity {
  /** Cannot go on. */
  HIGH,
  /** Works on, with trouble. */
  NORMAL,
  /** A blemish, or a wish. */
  LOW;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Severity> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
