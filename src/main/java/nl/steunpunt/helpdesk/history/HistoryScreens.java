package nl.steunpunt.helpdesk.history;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was imported and what it comes to. */
@Repository
public class HistoryScreens {
  private static final String OVERVIEW = SqlFile.beside(HistoryScreens.class, "sql/overview.sql");
  private static final int SHOWN_RUNS = 10;

  private final JdbcClient sql;
  private final ScreenSql screens;

  HistoryScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  public record Run(
      long id,
      String fileName,
      HistoryRun.State state,
      int rows,
      int tickets,
      @Nullable Instant firstOpened,
      @Nullable Instant lastOpened,
      Instant receivedAt) {

    public boolean isDone() {
      return state == HistoryRun.State.DONE;
    }
  }

  /** As the database says it. */
  record Overview(
      List<Run> runs,
      @Nullable Instant firstOpened,
      @Nullable Instant lastOpened,
      List<Baseline.Week> weeks,
      List<Baseline.Sum> sums) {
    Baseline baseline() {
      return new Baseline(firstOpened, lastOpened, weeks, sums);
    }
  }

  /** A ticket as it would be imported. */
  public record Ticket(
      String number,
      Instant openedAt,
      @Nullable Instant endedAt,
      @Nullable String category,
      @Nullable String topic,
      @Nullable String place,
      @Nullable Integer worked,
      @Nullable Integer passed) {}

  Overview overview() {
    return screens
        .one(
            sql.sql(OVERVIEW).param("runs", SHOWN_RUNS).param("named", Baseline.SHOWN),
            Overview.class)
        .orElseThrow();
  }

  List<Ticket> tickets(HistoryRunId run, int most) {
    return sql.sql(
            """
            select number, opened_at, ended_at, category, topic, place, worked, passed from helpdesk.history_ticket
             where run_id = :run order by opened_at, number limit :most
            """)
        .param("run", run)
        .param("most", most)
        .query(Ticket.class)
        .list();
  }

  /**
   * @param after the line after which to go on; 0 at the beginning
   */
  List<BadLine> bad(HistoryRunId run, int after, int most) {
    return sql.sql(
            """
            select line, column_name as "column", reason, value from helpdesk.history_bad_row
             where run_id = :run and line > :after order by line, column_name, reason limit :most
            """)
        .param("run", run)
        .param("after", after)
        .param("most", most)
        .query(BadLine.class)
        .list();
  }
}
