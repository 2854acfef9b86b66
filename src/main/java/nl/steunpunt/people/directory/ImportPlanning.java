package nl.steunpunt.people.directory;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares the checked rows with the directory and keeps the differences. */
@Component
class ImportPlanning {

  private static final Map<String, Column> FLAGS =
      Map.of(
          "has_function", Column.FUNCTION,
          "has_location", Column.LOCATION,
          "has_manager", Column.MANAGER_NUMBER,
          "has_phone", Column.PHONE,
          "has_hours", Column.CONTRACT_HOURS,
          "has_last_day", Column.LAST_DAY);

  private final JdbcClient sql;

  ImportPlanning(JdbcClient sql) {
    this.sql = sql;
  }

  void plan(
      ImportRunId run, EnumMap<Column, List<Integer>> columns, Instant at, long directoryVersion) {
    places(run, "department");
    places(run, "location");
    var changes = sql.sql(ImportSql.read("changes")).param("run", run);
    FLAGS.forEach((flag, column) -> changes.param(flag, columns.containsKey(column)));
    changes.update();
    sql.sql(ImportSql.read("leavers")).param("run", run).update();
    // What is written next joins these with themselves: without figures, row by row.
    sql.sql("analyze people.import_change").update();
    sql.sql(ImportSql.read("counts"))
        .param("run", run)
        .param("at", at)
        .param("after", directoryVersion)
        .update();
  }

  /** From the roots down: each depth finds its parents in the one before. */
  private void places(ImportRunId run, String place) {
    int deepest =
        sql.sql(
                "select coalesce(max(cardinality(string_to_array({place}, '/'))), 0) from people.import_line"
                    .replace("{place}", place))
            .query(Integer.class)
            .single();
    for (int depth = 1; depth <= deepest; depth++) {
      sql.sql(ImportSql.read("places").replace("{place}", place))
          .param("run", run)
          .param("depth", depth)
          .update();
    }
  }
}
