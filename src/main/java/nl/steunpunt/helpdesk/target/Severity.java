package nl.steunpunt.helpdesk.target;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How badly one person is hit; the table's rows, in this order. */
public enum Severity {
  /** Cannot go on. */
  HIGH,
  /** Works on, with trouble. */
  NORMAL,
  /** A blemish, or a wish. */
  LOW;

  /**
   * What it is as long as the desk says nothing: who asks is only asked whether they can go on.
   *
   * @param weighed what its issues say; null: nothing
   */
  public static Severity reckoned(boolean stuck, @Nullable Severity weighed) {
    if (stuck) {
      return HIGH;
    }
    return weighed == null ? NORMAL : weighed;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Severity> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
