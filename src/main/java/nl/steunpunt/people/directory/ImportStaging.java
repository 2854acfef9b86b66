package nl.steunpunt.people.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import nl.steunpunt.people.directory.table.TableFile;
import nl.steunpunt.people.directory.table.UnreadableTable;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Brings the rows of a file into the database, a batch at a time: memory holds one batch, and no
 * transaction lasts longer than one.
 */
@Component
class ImportStaging {

  static final int MOST_ROWS = 500_000;
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
      var lines = new StringBuilder();
      var reading = new LineReading(table.header(), mapping, bad::add);
      int count = 0;
      for (var row = table.next(); row != null; row = table.next()) {
        write(lines, reading.read(row));
        if (++count % BATCH == 0) {
          flush(run, lines, bad);
          progress.accept((int) (100 * table.consumed()));
        }
        if (count > MOST_ROWS) {
          throw new ImportRefused(ImportRefused.Why.TOO_MANY_ROWS, String.valueOf(MOST_ROWS));
        }
      }
      if (count == 0) {
        throw new ImportRefused(ImportRefused.Why.EMPTY);
      }
      flush(run, lines, bad);
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

  private void flush(ImportRunId run, StringBuilder lines, List<BadRow> bad) {
    copy(
        "people.import_line (line, employee_number, email, name, function, department, location,"
            + " manager, language, phone, contract_hours, active, bad)",
        lines);
    var reasons = new StringBuilder();
    for (var row : bad) {
      values(
          reasons,
          run,
          row.line(),
          row.column() == null ? null : row.column().key(),
          row.reason().key(),
          row.value());
    }
    copy("people.import_bad_row (run_id, line, column_name, reason, value)", reasons);
    lines.setLength(0);
    bad.clear();
  }

  private void copy(String target, StringBuilder rows) {
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
  }

  private static void write(StringBuilder rows, PersonLine line) {
    values(
        rows,
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
        line.active(),
        line.bad());
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
      } else {
        rows.append(
            value
                .toString()
                .replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\0", ""));
      }
    }
    rows.append('\n');
  }
}
