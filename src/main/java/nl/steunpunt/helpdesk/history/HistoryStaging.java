package nl.steunpunt.helpdesk.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import nl.steunpunt.helpdesk.history.HistoryRefused.Why;
import nl.steunpunt.platform.db.CopyRows;
import nl.steunpunt.platform.db.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings the rows of a file into the database, a batch at a time, and folds them there: memory
 * holds one batch, and no transaction lasts longer than one.
 */
@Component
class HistoryStaging {
  private static final String FOLD = SqlFile.beside(HistoryStaging.class, "sql/fold.sql");
  private static final String LINES =
      "helpdesk.history_line (line, number, opened_at, ended_at, changed_at, category, topic,"
          + " place, worked, passed, reopened)";
  private static final String REASONS =
      "helpdesk.history_bad_row (run_id, line, column_name, reason, value)";
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
    var lines = new CopyRows(database, LINES);
    var reasons = new CopyRows(database, REASONS);
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
        kept += reasons(run, reasons, bad, MOST_BAD_KEPT - kept);
        lines.send();
        progress.accept((int) (100 * read.getAsLong() / Math.max(1, size)));
      }
    }
    reasons(run, reasons, bad, MOST_BAD_KEPT - kept);
    lines.send();
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

  /** Writes them, as far as any more are kept. */
  private static int reasons(HistoryRunId run, CopyRows reasons, List<BadLine> bad, int mayKeep) {
    int kept = Math.min(bad.size(), mayKeep);
    for (var row : bad.subList(0, kept)) {
      var column = row.column() == null ? null : row.column().key();
      reasons.row(run, row.line(), column, row.reason().key(), row.value());
    }
    reasons.send();
    bad.clear();
    return kept;
  }

  private static void write(CopyRows rows, HistoryLine line) {
    rows.row(
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
}
