package nl.steunpunt.people.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * One import at a time, over all nodes. The lock lives on a connection of its own that has no open
 * transaction: an open one would hold back the live events of everybody for as long as an import
 * takes. A node that dies loses the connection, and with it the lock.
 */
@Component
class ImportLock {

  private static final long KEY = 0x5375_494D_504F_5254L;

  private final DataSource database;
  private final JdbcClient sql;

  ImportLock(DataSource database, JdbcClient sql) {
    this.database = database;
    this.sql = sql;
  }

  /**
   * @throws ImportRefused BUSY when another import is at work
   */
  <T> T during(Supplier<T> work) {
    try (var connection = database.getConnection()) {
      if (!ask(connection, "select pg_try_advisory_lock(:key)")) {
        throw new ImportRefused(ImportRefused.Why.BUSY);
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
