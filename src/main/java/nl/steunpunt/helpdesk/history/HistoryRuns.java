package nl.steunpunt.helpdesk.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The imports so far. No transaction around their work: pages see how far it is. */
@Repository
class HistoryRuns {
  private final JdbcClient sql;
  private final AuditTrail audit;

  HistoryRuns(JdbcClient sql, AuditTrail audit) {
    this.sql = sql;
    this.audit = audit;
  }

  HistoryRunId create(PersonId by, String fileName, Instant at) {
    return sql.sql(
            """
            insert into helpdesk.history_run (by_id, file_name, state, received_at)
            values (:by, :file, 'received', :at) returning id
            """)
        .param("by", by)
        .param("file", fileName.length() > 200 ? fileName.substring(0, 200) : fileName)
        .param("at", at)
        .query(HistoryRunId.class)
        .single();
  }

  Optional<HistoryRun> find(HistoryRunId id) {
    return sql.sql("select * from helpdesk.history_run where id = :id")
        .param("id", id)
        .query(HistoryRun.class)
        .optional();
  }

  /**
   * @param before null: the newest
   */
  List<HistoryRun> latest(@Nullable Long before, int most) {
    return sql.sql(
            """
            select * from helpdesk.history_run
             where :before::bigint is null or id < :before order by id desc limit :most
            """)
        .param("before", before)
        .param("most", most)
        .query(HistoryRun.class)
        .list();
  }

  void hasBytes(HistoryRunId id, long bytes) {
    sql.sql("update helpdesk.history_run set bytes = :bytes where id = :id")
        .param("id", id)
        .param("bytes", bytes)
        .update();
  }

  /** For the next time it is looked at. */
  void mapped(HistoryRunId id, HistoryMapping mapping) {
    sql.sql(
            "update helpdesk.history_run set columns = :columns, date_order = :order where id ="
                + " :id")
        .param("id", id)
        .param("columns", mapping.written())
        .param("order", mapping.order())
        .update();
  }

  void begin(HistoryRunId id, HistoryRun.State state) {
    sql.sql(
            """
            update helpdesk.history_run
               set state = :state, progress = 0, refusal = null, refusal_detail = null where id = :id
            """)
        .param("id", id)
        .param("state", state)
        .update();
  }

  void progress(HistoryRunId id, int percent) {
    sql.sql("update helpdesk.history_run set progress = :percent where id = :id")
        .param("id", id)
        .param("percent", percent)
        .update();
  }

  void checked(HistoryRunId id, int rows, int bad, Instant at) {
    sql.sql(
            """
            update helpdesk.history_run r
               set state = 'checked', progress = 100, rows = :rows, bad = :bad, checked_at = :at,
                   tickets = t.tickets, known = t.known, first_opened = t.first, last_opened = t.last
              from (select count(*) as tickets, min(opened_at) as first, max(opened_at) as last,
                           count(*) filter (where exists (
                             select from helpdesk.history_ticket o
                               join helpdesk.history_run d on d.id = o.run_id and d.state = 'done'
                              where o.number = n.number)) as known
                      from helpdesk.history_ticket n where n.run_id = :id) t
             where r.id = :id
            """)
        .param("id", id)
        .param("rows", rows)
        .param("bad", bad)
        .param("at", at)
        .update();
  }

  void done(HistoryRunId id, Instant at) {
    sql.sql(
            """
            update helpdesk.history_run
               set state = 'done', progress = 100, applied_at = :at, refusal = null, refusal_detail = null
             where id = :id
            """)
        .param("id", id)
        .param("at", at)
        .update();
    note("history_imported", id);
  }

  void undone(HistoryRunId id, Instant at) {
    sql.sql("update helpdesk.history_run set state = 'undone', undone_at = :at where id = :id")
        .param("id", id)
        .param("at", at)
        .update();
    note("history_undone", id);
  }

  /** By whoever handed it in: its work goes on after the request. */
  private void note(String what, HistoryRunId id) {
    var run = find(id).orElseThrow();
    audit.noteBy(
        run.byId().value(),
        what,
        id.value(),
        Map.of("file", run.fileName(), "rows", run.rows(), "tickets", run.tickets()));
  }

  void refused(HistoryRunId id, HistoryRun.State state, HistoryRefused refusal) {
    sql.sql(
            """
            update helpdesk.history_run set state = :state, refusal = :why, refusal_detail = :detail where id = :id
            """)
        .param("id", id)
        .param("state", state)
        .param("why", refusal.why())
        .param("detail", refusal.detail())
        .update();
  }

  /** The work was cut off: nothing of it counts, and it may begin again. */
  void cutOff(HistoryRun run) {
    var before =
        run.state() == HistoryRun.State.CHECKING
            ? HistoryRun.State.RECEIVED
            : HistoryRun.State.CHECKED;
    sql.sql(
            """
            update helpdesk.history_run set state = :before, refusal = :why where id = :id and state = :state
            """)
        .param("id", run.id())
        .param("state", run.state())
        .param("before", before)
        .param("why", HistoryRefused.Why.CUT_OFF)
        .update();
  }

  /** What an earlier check found, or what was imported; little by little, so that nobody waits. */
  void forgetTickets(HistoryRunId id) {
    sql.sql("delete from helpdesk.history_bad_row where run_id = :id").param("id", id).update();
    int gone;
    do {
      gone =
          sql.sql(
                  """
                  delete from helpdesk.history_ticket
                   where ctid = any(array(select ctid from helpdesk.history_ticket where run_id = :id limit 50000))
                  """)
              .param("id", id)
              .update();
    } while (gone > 0);
  }
}
