package nl.steunpunt.helpdesk.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import nl.steunpunt.helpdesk.history.HistoryRefused.Why;
import nl.steunpunt.platform.db.SqlFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Brings the rows of a file into the database, a batch at a time, and folds them there: memory
 * holds one batch, and no transaction lasts longer than one.
 */
@Component
class HistoryStaging {
  private static final String FOLD = SqlFile.beside(HistoryStaging.class, "sql/fold.sql");
  private static final int BATCH = 5_000;

  /** Nobody reads on after so many, and a wrong column makes a bad row of each. */
  static final int MOST_BAD_KEPT = 1_000;

  /**
   * @param bad rows with anything wrong
   */
  record Staged(int rows, int bad) {}

  private final DataSource database;
  private final JdbcClient sql;

  HistoryStaging(DataSource database, JdbcClient sql) {
    this.database = database;
    this.sql = sql;
  }

  /** What a reader of the rows does with a row that is wrong. */
  interface Reading {
    HistoryReading reporting(List<BadLine> bad);
  }

  /**
   * @param progress told percent of the file, now and then
   * @throws HistoryRefused BROKEN, NO_TICKETS
   */
  Staged stage(
      HistoryRunId run,
      CsvRows rows,
      Reading how,
      LongSupplier read,
      long size,
      IntConsumer progress) {
    clear();
    var bad = new ArrayList<BadLine>();
    var reading = how.reporting(bad);
    var lines = new StringBuilder();
    int count = 0;
    int badRows = 0;
    int kept = 0;
    for (var row = rows.next(); row != null; row = rows.next()) {
      var line = reading.read(row);
      if (line == null) {
        badRows++;
      } else {
        write(lines, line);
      }
      if (++count % BATCH == 0) {
        kept += flush(run, lines, bad, MOST_BAD_KEPT - kept);
        progress.accept((int) (100 * read.getAsLong() / Math.max(1, size)));
      }
    }
    flush(run, lines, bad, MOST_BAD_KEPT - kept);
    if (count == 0) {
      throw new HistoryRefused(Why.EMPTY);
    }
    return new Staged(count, badRows);
  }

  void fold(HistoryRunId run) {
    // Without figures the planner takes the rows for few.
    sql.sql("analyze helpdesk.history_line").update();
    sql.sql(FOLD).param("run", run).update();
  }

  void clear() {
    sql.sql("truncate helpdesk.history_line").update();
  }

  private int flush(HistoryRunId run, StringBuilder lines, List<BadLine> bad, int mayKeep) {
    copy(
        "helpdesk.history_line (line, number, opened_at, ended_at, changed_at, category, topic,"
            + " place, worked, passed, reopened)",
        lines);
    var reasons = new StringBuilder();
    int kept = 0;
    for (var row : bad) {
      if (kept < mayKeep) {
        var column = row.column() == null ? null : row.column().key();
        values(reasons, run, row.line(), column, row.reason().key(), row.value());
        kept++;
      }
    }
    copy("helpdesk.history_bad_row (run_id, line, column_name, reason, value)", reasons);
    lines.setLength(0);
    bad.clear();
    return kept;
  }

  private void copy(String target, StringBuilder rows) {
    if (rows.isEmpty()) {
      return;
    }
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
  }

  private static void write(StringBuilder rows, HistoryLine line) {
    values(
        rows,
        line.line(),
        line.number(),
        line.openedAt(),
        line.endedAt(),
        line.changedAt(),
        line.category(),
        line.topic(),
        line.place(),
        line.worked(),
        line.passed(),
        line.reopened());
  }

  /** One row of COPY's text format. */
  private static void values(StringBuilder rows, @Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        rows.append('\t');
      }
      var value = values[i];
      if (value == null) {
        rows.append("\\N");
      } else if (value instanceof String text) {
        escape(rows, text);
      } else {
        rows.append(value);
      }
    }
    rows.append('\n');
  }

  private static void escape(StringBuilder rows, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> rows.append("\\\\");
        case '\t' -> rows.append("\\t");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        default -> rows.append(c);
      }
    }
  }
}
