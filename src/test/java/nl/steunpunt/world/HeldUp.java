package nl.steunpunt.world;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody who waits for a lock that this transaction holds; who waits for another's does not
 * count.
 */
public final class HeldUp {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private HeldUp() {}

  /**
   * Called in the transaction that holds it.
   *
   * @param over nobody comes any more
   * @return false: it was over, or took too long
   */
  public static boolean await(JdbcClient sql, BooleanSupplier over) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until && !over.getAsBoolean()) {
      var somebody =
          sql.sql(
                  """
                  select exists (select from pg_stat_activity a
                                  where a.datname = current_database() and pg_backend_pid() = any(pg_blocking_pids(a.pid)))
                  """)
              .query(Boolean.class)
              .single();
      if (somebody) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }
}
