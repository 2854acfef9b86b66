package nl.steunpunt.network;

import java.time.Instant;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/** The agreement that makes a person a power user of a system, for a share of working time. */
public record Mandate(
    MandateId id,
    PersonId personId,
    SystemId systemId,
    State state,
    int sharePercent,
    Instant startedAt,
    @Nullable Instant endedAt) {

  public enum State {
    /** Routes, and says so, until the line manager agrees. */
    PROVISIONAL,
    ACTIVE,
    ENDED
  }
}
