package nl.steunpunt.platform.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Rows on their way into one table, in the text format of COPY: thousands at once. */
public final class CopyRows {
  private final DataSource database;
  private final String target;
  private final StringBuilder rows = new StringBuilder();

  /**
   * @param target table and columns, as COPY wants them: {@code people.import_line (line, name)}
   */
  public CopyRows(DataSource database, String target) {
    this.database = database;
    this.target = target;
  }

  /** Numbers, texts, instants, booleans, typed ids; null is null. */
  public void row(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        rows.append('\t');
      }
      var value = values[i];
      if (value == null) {
        rows.append("\\N");
      } else {
        escape(value.toString());
      }
    }
    rows.append('\n');
  }

  /** Writes what there is, and is empty again. */
  public void send() {
    if (rows.isEmpty()) {
      return;
    }
    // The transaction's connection where there is one: another would wait for what it holds.
    var connection = DataSourceUtils.getConnection(database);
    try {
      var copy =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy " + target + " from stdin");
      var bytes = rows.toString().getBytes(UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
      copy.endCopy();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
    rows.setLength(0);
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> rows.append("\\\\");
        case '\t' -> rows.append("\\t");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        case '\0' -> {} // no text of PostgreSQL holds one
        default -> rows.append(c);
      }
    }
  }
}
