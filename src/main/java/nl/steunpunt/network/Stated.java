package nl.steunpunt.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody says of the moment, which no page can see. It always has an end. */
public record Stated(Kind kind, Instant until) {
  /** What lasts longer is an absence, which has days and a deputy. */
  public static final Duration LONGEST = Duration.ofHours(14);

  public enum Kind {
    /** At work, and not to be disturbed. */
    BUSY,
    /** Not to be found. */
    AWAY,
    /** Walks the floor: may be spoken to. */
    ROUND;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }
}
