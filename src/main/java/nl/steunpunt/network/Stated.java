package nl.steunpunt.network;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody says of the moment, which no page can see; else what their calendar says. It always
 * has an end.
 *
 * @param byCalendar they did not say it themselves
 */
public record Stated(Kind kind, Instant until, boolean byCalendar) {
  /** What lasts longer is an absence, which has days and a deputy. */
  public static final Duration LONGEST = Duration.ofHours(14);

  public Stated(Kind kind, Instant until) {
    this(kind, until, false);
  }

  public boolean isThere() {
    return kind == Kind.THERE;
  }

  public enum Kind {
    /** At work, and not to be disturbed. */
    BUSY,
    /** Not to be found. */
    AWAY,
    /** Walks the floor: may be spoken to. */
    ROUND,
    /** Whatever the calendar says. */
    THERE;

    /** Those that one chooses among; there is who says nothing else. */
    public static final List<Kind> CHOICES = List.of(BUSY, AWAY, ROUND);

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String word) {
      return CHOICES.stream().filter(kind -> kind.word().equals(word)).findFirst();
    }
  }
}
