package nl.steunpunt.support.routing;

import java.time.Instant;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What happens if nobody does anything, and when. {@code to} is who would be asked as things are
 * now; null with {@code NEXT_POWER_USER}: the nearest who is there by then, or else the helpdesk.
 */
public record NextStep(Kind kind, Instant at, @Nullable PersonId to) {

  public enum Kind {
    NEXT_POWER_USER,
    HELPDESK
  }
}
