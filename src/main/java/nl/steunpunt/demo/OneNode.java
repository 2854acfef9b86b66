package nl.steunpunt.demo;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time seed; the next one waits, and then finds everything there. The lock lives
 * on a connection without a transaction: an open one would hold back everybody's live events. A
 * node that dies loses it.
 */
@Component
class OneNode {

  private static final long KEY = 0x4465_6D6F_5365_6564L;

  private final DataSource database;

  OneNode(DataSource database) {
    this.database = database;
  }

  void during(Runnable work) {
    try (var connection = database.getConnection()) {
      call(connection, "select pg_advisory_lock(?)");
      try {
        work.run();
      } finally {
        call(connection, "select pg_advisory_unlock(?)");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void call(Connection connection, String statement) throws SQLException {
    try (var prepared = connection.prepareStatement(statement)) {
      prepared.setLong(1, KEY);
      prepared.execute();
    }
  }
}
