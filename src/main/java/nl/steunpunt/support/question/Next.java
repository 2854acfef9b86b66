package nl.steunpunt.support.question;

import java.time.Instant;
import java.util.Locale;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What happens when nobody does anything, and when.
 *
 * @param person who would get it, as far as can be seen now
 */
public record Next(Kind kind, Instant at, @Nullable PersonId person) {
  public enum Kind {
    /** The holder was silent: the next one is asked. */
    MOVES_ON,
    /** The holder was silent and nobody is left: the helpdesk gets it. */
    TO_HELPDESK,
    /** Answered and not disputed: it closes by itself. */
    CLOSES;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
