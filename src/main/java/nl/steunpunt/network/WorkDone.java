package nl.steunpunt.network;

import java.time.Instant;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody did something as a power user: another module's fact that counts for their hours. Told
 * as the last thing in the transaction, since it locks the week of that person.
 */
public interface WorkDone {
  PersonId by();

  SystemId system();

  WorkKind kind();

  /** The number of the question, help moment or round. */
  long subject();

  /** How long it took; null: an act, of which nobody says how long it took. */
  @Nullable Integer minutes();

  Instant at();
}
