package nl.steunpunt.helpdesk.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.platform.time.Timed;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A file may name callers: of one that was not imported it goes after a day, of one that was at
 * once. The bad rows of an import stay for as long as somebody may want to put them right.
 */
@Component
class HistoryForgetting implements Timed {
  static final Duration UNUSED = Duration.ofDays(1);
  static final Duration BAD_ROWS = Duration.ofDays(30);

  private final JdbcClient sql;
  private final HistoryRuns runs;
  private final HistoryFiles files;

  HistoryForgetting(JdbcClient sql, HistoryRuns runs, HistoryFiles files) {
    this.sql = sql;
    this.runs = runs;
    this.files = files;
  }

  @Override
  public Optional<Instant> nextDue() {
    return sql.sql(
            """
            select min(case when applied_at is not null then applied_at + :bad::interval
                            else received_at + :unused::interval end)
              from helpdesk.history_run
             where forgotten_at is null and state not in ('checking', 'applying')
            """)
        .param("bad", BAD_ROWS.toString())
        .param("unused", UNUSED.toString())
        .query(Instant.class)
        .optional();
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    var due =
        sql.sql(
                """
                update helpdesk.history_run set forgotten_at = :now,
                       state = case when state in ('received', 'checked') then 'refused' else state end
                 where id in (select id from helpdesk.history_run
                               where forgotten_at is null and state not in ('checking', 'applying')
                                 and case when applied_at is not null then applied_at <= :used else received_at <= :unused end
                               order by id limit 20 for update skip locked)
                returning id
                """)
            .param("now", now)
            .param("used", now.minus(BAD_ROWS))
            .param("unused", now.minus(UNUSED))
            .query(HistoryRunId.class)
            .list();
    due.forEach(this::forget);
    return due.stream().map(run -> new Fired("history_forgotten", run.value(), now)).toList();
  }

  private void forget(HistoryRunId run) {
    files.forget(run);
    if (runs.find(run).orElseThrow().state() == HistoryRun.State.DONE) {
      sql.sql("delete from helpdesk.history_bad_row where run_id = :run")
          .param("run", run)
          .update();
    } else {
      runs.forgetTickets(run);
    }
  }

  @Bean
  static RetentionRule keptHistory(JdbcClient sql, HistoryCounting counting, HistoryLock lock) {
    return new RetentionRule(
        "helpdesk_history",
        34,
        RetentionRule.Unit.MONTHS,
        60,
        12,
        120,
        (before, most) -> {
          try {
            return lock.during(() -> forget(sql, counting, before, most));
          } catch (HistoryRefused busy) {
            // What is being imported would be counted without it; it is old enough in an hour too.
            return 0;
          }
        });
  }

  /** The tickets of the oldest import, and with the last of them the import. */
  private static int forget(JdbcClient sql, HistoryCounting counting, Instant before, int most) {
    var oldest =
        sql.sql(
                """
                select id from helpdesk.history_run where coalesce(applied_at, received_at) < :before
                 order by id limit 1 for update skip locked
                """)
            .param("before", before)
            .query(HistoryRunId.class)
            .optional();
    if (oldest.isEmpty()) {
      return 0;
    }
    int gone =
        sql.sql(
                """
                delete from helpdesk.history_ticket
                 where ctid = any(array(select ctid from helpdesk.history_ticket where run_id = :run limit :most))
                """)
            .param("run", oldest.get())
            .param("most", most)
            .update();
    if (gone == most) {
      return gone;
    }
    sql.sql("delete from helpdesk.history_file where run_id = :run")
        .param("run", oldest.get())
        .update();
    sql.sql("delete from helpdesk.history_run where id = :run").param("run", oldest.get()).update();
    counting.again();
    return most;
  }
}
