package nl.steunpunt.people.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import nl.steunpunt.people.directory.table.TableFile;
import nl.steunpunt.people.directory.table.UnreadableTable;
import nl.steunpunt.platform.db.CopyRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings the rows of a file into the database, a batch at a time: memory holds one batch, and no
 * transaction lasts longer than one.
 */
@Component
class ImportStaging {

  static final int MOST_ROWS = 500_000;
  private static final String LINES =
      "people.import_line (line, employee_number, email, name, function, department, location,"
          + " manager, language, phone, contract_hours, last_day, active, bad)";
  private static final String REASONS =
      "people.import_bad_row (run_id, line, column_name, reason, value)";
  private static final int BATCH = 5_000;

  private final DataSource database;
  private final JdbcClient sql;

  ImportStaging(DataSource database, JdbcClient sql) {
    this.database = database;
    this.sql = sql;
  }

  /**
   * @param progress told percent of the file, now and then
   * @throws ImportRefused UNREADABLE, BROKEN, EMPTY, TOO_MANY_ROWS
   */
  void stage(ImportRunId run, byte[] content, ColumnMapping mapping, IntConsumer progress) {
    clear();
    try (var table = TableFile.open(content)) {
      var bad = new ArrayList<BadRow>();
      var lines = new CopyRows(database, LINES);
      var reasons = new CopyRows(database, REASONS);
      var reading = new LineReading(table.header(), mapping, bad::add);
      int count = 0;
      for (var row = table.next(); row != null; row = table.next()) {
        write(lines, reading.read(row));
        if (++count % BATCH == 0) {
          flush(run, lines, reasons, bad);
          progress.accept((int) (100 * table.consumed()));
        }
        if (count > MOST_ROWS) {
          throw new ImportRefused(ImportRefused.Why.TOO_MANY_ROWS, String.valueOf(MOST_ROWS));
        }
      }
      if (count == 0) {
        throw new ImportRefused(ImportRefused.Why.EMPTY);
      }
      flush(run, lines, reasons, bad);
    } catch (UnreadableTable e) {
      throw unreadable(e);
    }
    // Without figures the planner takes the rows for few and joins them one by one.
    sql.sql("analyze people.import_line").update();
  }

  static ImportRefused unreadable(UnreadableTable table) {
    return table.line == 0
        ? new ImportRefused(ImportRefused.Why.UNREADABLE)
        : new ImportRefused(ImportRefused.Why.BROKEN, String.valueOf(table.line));
  }

  void clear() {
    sql.sql("truncate people.import_line").update();
  }

  private static void flush(ImportRunId run, CopyRows lines, CopyRows reasons, List<BadRow> bad) {
    lines.send();
    for (var row : bad) {
      reasons.row(
          run,
          row.line(),
          row.column() == null ? null : row.column().key(),
          row.reason().key(),
          row.value());
    }
    reasons.send();
    bad.clear();
  }

  private static void write(CopyRows rows, PersonLine line) {
    rows.row(
        line.line(),
        line.employeeNumber(),
        line.email(),
        line.name(),
        line.function(),
        line.department(),
        line.location(),
        line.manager(),
        line.language(),
        line.phone(),
        line.contractHours(),
        line.lastDay(),
        line.active(),
        line.bad());
  }
}
