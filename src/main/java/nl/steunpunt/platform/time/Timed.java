package nl.steunpunt.platform.time;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

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

  /**
   * @param moment a query of one moment or null, such as the first in a column
   */
  static Optional<Instant> first(JdbcClient sql, String moment) {
    return sql.sql(moment)
        .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .map(Timestamp::toInstant);
  }

  /** {@code what} in a word, {@code subject} the number of the record it happened to. */
  record Fired(String what, long subject, Instant at) {}
}
