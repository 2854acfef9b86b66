package nl.steunpunt.helpdesk.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.steunpunt.helpdesk.history.HistoryRefused.Why;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * One import at a time, over all nodes, on a connection of its own without a transaction: an open
 * one would hold back the live events of everybody. A node that dies loses the lock with it.
 */
@Component
class HistoryLock {
  private static final long KEY = 0x5375_4849_5354_4F52L;

  private final DataSource database;
  private final JdbcClient sql;

  HistoryLock(DataSource database, JdbcClient sql) {
    this.database = database;
    this.sql = sql;
  }

  /**
   * @throws HistoryRefused BUSY when another import is at work
   */
  <T> T during(Supplier<T> work) {
    try (var connection = database.getConnection()) {
      if (!ask(connection, "select pg_try_advisory_lock(:key)")) {
        throw new HistoryRefused(Why.BUSY);
      }
      try {
        return work.get();
      } finally {
        ask(connection, "select pg_advisory_unlock(:key)");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isHeld() {
    return sql.sql(
            """
            select exists (select from pg_locks
                            where locktype = 'advisory' and objsubid = 1 and granted
                              and classid::bigint << 32 | objid::bigint = :key
                              and database = (select oid from pg_database where datname = current_database()))
            """)
        .param("key", KEY)
        .query(Boolean.class)
        .single();
  }

  private static boolean ask(Connection connection, String question) {
    return JdbcClient.create(new SingleConnectionDataSource(connection, true))
        .sql(question)
        .param("key", KEY)
        .query(Boolean.class)
        .single();
  }
}
