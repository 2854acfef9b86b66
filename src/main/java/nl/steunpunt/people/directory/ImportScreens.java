package nl.steunpunt.people.directory;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an import found, page by page. */
@Repository
class ImportScreens {

  private final JdbcClient sql;

  ImportScreens(JdbcClient sql) {
    this.sql = sql;
  }

  List<ImportChange> changes(ImportRunId run, ImportList list, int from, int most) {
    return sql.sql(ImportSql.read("changes-page"))
        .param("run", run)
        .param("kinds", list.kinds)
        .param("from", from)
        .param("most", most)
        .query(ImportChange.class)
        .list();
  }

  List<BadRow> badRows(ImportRunId run, int from, int most) {
    return sql.sql(
            """
            select line, column_name as "column", reason, value from people.import_bad_row
             where run_id = :run order by line, column_name, reason limit :most offset :from
            """)
        .param("run", run)
        .param("from", from)
        .param("most", most)
        .query(BadRow.class)
        .list();
  }
}
