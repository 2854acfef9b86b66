package nl.steunpunt.bench.large;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One table that is being filled, over a connection of its own, so that the database writes several
 * at once. Foreign keys are not checked: row by row that would take longer than all the rest.
 */
final class CopyTable implements AutoCloseable {
  private static final int PIECE = 64 * 1024;

  private final java.sql.Connection connection;
  private final CopyIn copy;
  private final StringBuilder rows = new StringBuilder(PIECE + 4096);

  /**
   * @param columns table and columns, as COPY wants them: {@code people.person (id, name)}
   */
  CopyTable(Database database, String columns) throws SQLException {
    connection = database.connect();
    try (var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("set synchronous_commit = off");
    }
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + columns + " from stdin");
  }

  /** Numbers, texts, instants, booleans; null is null. */
  void row(@Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        rows.append('\t');
      }
      append(values[i]);
    }
    rows.append('\n');
    if (rows.length() > PIECE) {
      send();
    }
  }

  private void append(@Nullable Object value) {
    switch (value) {
      case null -> rows.append("\\N");
      case String text -> escape(text);
      case Instant at -> rows.append(at);
      default -> rows.append(value);
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\\' -> rows.append("\\\\");
        case '\t' -> rows.append("\\t");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        default -> rows.append(text.charAt(i));
      }
    }
  }

  private void send() throws SQLException {
    var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    rows.setLength(0);
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      send();
      copy.endCopy();
    }
  }
}
