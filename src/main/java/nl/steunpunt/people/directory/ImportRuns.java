package nl.steunpunt.people.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The imports so far. Progress is written outside the work's transaction, so that pages see it. */
@Repository
class ImportRuns {

  private final JdbcClient sql;
  private final AuditTrail audit;

  ImportRuns(JdbcClient sql, AuditTrail audit) {
    this.sql = sql;
    this.audit = audit;
  }

  ImportRunId create(PersonId by, String fileName, Instant at) {
    return sql.sql(
            """
            insert into people.import_run (by_id, file_name, state, received_at)
            values (:by, :file, 'received', :at) returning id
            """)
        .param("by", by)
        .param("file", fileName)
        .param("at", at)
        .query(ImportRunId.class)
        .single();
  }

  Optional<ImportRun> find(ImportRunId id) {
    return sql.sql("select * from people.import_run where id = :id")
        .param("id", id)
        .query(ImportRun.class)
        .optional();
  }

  List<ImportRun> latest(int most) {
    return sql.sql("select * from people.import_run order by id desc limit :most")
        .param("most", most)
        .query(ImportRun.class)
        .list();
  }

  /** The last one that changed something and was not undone; only that can be undone. */
  Optional<ImportRun> lastApplied() {
    return sql.sql(
            """
            select * from people.import_run
             where state = 'done' and exists (select from people.import_change where run_id = id)
             order by applied_at desc, id desc limit 1
            """)
        .query(ImportRun.class)
        .optional();
  }

  /** Goes up with each import and each undo: a check made before another value is stale. */
  long directoryVersion() {
    return sql.sql(
            """
            select count(*) filter (where applied_at is not null) + count(*) filter (where undone_at is not null)
              from people.import_run where joiners + movers + leavers > 0
            """)
        .query(Long.class)
        .single();
  }

  void begin(ImportRunId id, ImportRun.State state) {
    sql.sql(
            """
            update people.import_run
               set state = :state, progress = 0, refusal = null, refusal_detail = null
             where id = :id
            """)
        .param("id", id)
        .param("state", state)
        .update();
  }

  /** Seen at once by others, also while the caller's transaction is still under way. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void progress(ImportRunId id, int percent) {
    sql.sql("update people.import_run set progress = :percent where id = :id")
        .param("id", id)
        .param("percent", percent)
        .update();
  }

  void done(ImportRunId id, Instant at) {
    sql.sql(
            """
            update people.import_run
               set state = 'done', progress = 100, applied_at = :at, refusal = null, refusal_detail = null
             where id = :id
            """)
        .param("id", id)
        .param("at", at)
        .update();
    note("import_applied", id);
  }

  void undone(ImportRunId id, Instant at) {
    sql.sql("update people.import_run set state = 'undone', undone_at = :at where id = :id")
        .param("id", id)
        .param("at", at)
        .update();
    note("import_undone", id);
  }

  /** By whoever handed it in: its work goes on after the request. */
  private void note(String what, ImportRunId id) {
    var run = find(id).orElseThrow();
    audit.noteBy(
        run.byId().value(),
        what,
        id.value(),
        Map.of(
            "file", run.fileName(),
            "joiners", run.joiners(),
            "movers", run.movers(),
            "leavers", run.leavers()));
  }

  void refused(ImportRunId id, ImportRun.State state, ImportRefused refusal) {
    sql.sql(
            """
            update people.import_run
               set state = :state, refusal = :why, refusal_detail = :detail
             where id = :id
            """)
        .param("id", id)
        .param("state", state)
        .param("why", refusal.why())
        .param("detail", refusal.detail())
        .update();
  }

  /** The work was cut off: nothing of it was written, and it may begin again. */
  void cutOff(ImportRun run) {
    sql.sql(
            """
            update people.import_run set state = :before, refusal = :why where id = :id and state = :state
            """)
        .param("id", run.id())
        .param("state", run.state())
        .param(
            "before",
            run.state() == ImportRun.State.CHECKING
                ? ImportRun.State.RECEIVED
                : ImportRun.State.CHECKED)
        .param("why", ImportRefused.Why.CUT_OFF)
        .update();
  }

  /** What an earlier check of this run found. */
  void forgetCheck(ImportRunId run) {
    sql.sql(
            """
            with bad as (
              delete from people.import_bad_row where run_id = :run
            ), places as (
              delete from people.import_place where run_id = :run
            )
            delete from people.import_change where run_id = :run
            """)
        .param("run", run)
        .update();
  }
}
