package nl.steunpunt.platform.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Work that falls due by itself and whose due moments are rows: nothing is lost when a node dies,
 * and whichever node looks first does it. An implementation claims its rows with {@code for update
 * skip locked}, so that two nodes never do the same thing twice.
 */
public interface Timed {
  /** When the first piece of work falls due, as far as is known now; empty: nobody waits for it. */
  default Optional<Instant> nextDue() {
    return Optional.empty();
  }

  /**
   * Does what is due by now, each piece in a transaction of its own, and at most a batch of it.
   *
   * @return what was done; empty when nothing is due
   */
  List<Fired> fireDue(Instant now);

  /** {@code what} in a word, {@code subject} the number of the record it happened to. */
  record Fired(String what, long subject, Instant at) {}
}
