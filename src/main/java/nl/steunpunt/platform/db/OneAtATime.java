package nl.steunpunt.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One piece of long work at a time, over all nodes. The lock lives on a connection of its own that
 * has no open transaction: an open one would hold back the live events of everybody for as long as
 * the work takes. A node that dies loses the connection, and with it the lock.
 */
public abstract class OneAtATime {
  private final DataSource database;
  private final JdbcClient sql;
  private final long key;
  private final Supplier<? extends RuntimeException> busy;

  /**
   * @param key of this work among all of the product
   * @param busy what is thrown when another is at it
   */
  protected OneAtATime(
      DataSource database, JdbcClient sql, long key, Supplier<? extends RuntimeException> busy) {
    this.database = database;
    this.sql = sql;
    this.key = key;
    this.busy = busy;
  }

  /**
   * @throws RuntimeException that of {@code busy}, when another is at it
   */
  public <T> T during(Supplier<T> work) {
    try (var connection = database.getConnection()) {
      if (!ask(connection, "select pg_try_advisory_lock(:key)")) {
        throw busy.get();
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

  public boolean isHeld() {
    return sql.sql(
            """
            select exists (select from pg_locks
                            where locktype = 'advisory' and objsubid = 1 and granted
                              and classid::bigint << 32 | objid::bigint = :key
                              and database = (select oid from pg_database where datname = current_database()))
            """)
        .param("key", key)
        .query(Boolean.class)
        .single();
  }

  private boolean ask(Connection connection, String question) {
    return JdbcClient.create(new SingleConnectionDataSource(connection, true))
        .sql(question)
        .param("key", key)
        .query(Boolean.class)
        .single();
  }
}
