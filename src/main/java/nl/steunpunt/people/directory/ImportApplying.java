package nl.steunpunt.people.directory;

import java.time.Instant;
import java.util.List;
import java.util.function.IntConsumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the differences, all or none. The only transaction of an import that others can feel, so
 * it does nothing that could be done before it. Others go on reading and signing in meanwhile; only
 * writing a person waits.
 */
@Component
class ImportApplying {

  private final JdbcClient sql;
  private final ImportRuns runs;
  private final ImportFacts facts;

  ImportApplying(JdbcClient sql, ImportRuns runs, ImportFacts facts) {
    this.sql = sql;
    this.runs = runs;
    this.facts = facts;
  }

  /**
   * @throws ImportRefused STALE when a person is no longer as they were when checked
   */
  @Transactional
  public void apply(ImportRun run, Instant at, IntConsumer progress) {
    var id = run.id();
    holdPersons(sql);
    if (!Long.valueOf(runs.directoryVersion()).equals(run.checkedAfter()) || changedSince(id) > 0) {
      throw new ImportRefused(ImportRefused.Why.STALE);
    }
    progress.accept(10);
    try {
      stampLeavers(id, at);
      bring(id, "department");
      bring(id, "location");
      write(id, "leave");
      endSignIns(id, at);
      progress.accept(30);
      update(ImportSql.read("step-aside").replace("{image}", "after"), id, at);
      update(ImportSql.read("join"), id, at);
      progress.accept(60);
      // Leavers again: one whose address a newcomer gets has stepped aside too.
      write(id, "leave", "move", "return");
    } catch (DuplicateKeyException e) {
      throw new ImportRefused(ImportRefused.Why.STALE);
    }
    progress.accept(90);
    facts.applied(id, at);
    runs.done(id, at);
  }

  /** Against other writers of persons; readers, and the foreign keys of sign-ins, do not wait. */
  static void holdPersons(JdbcClient sql) {
    sql.sql("set local lock_timeout = '10s'").update();
    sql.sql("lock table people.person in share row exclusive mode").update();
  }

  private long changedSince(ImportRunId run) {
    return sql.sql(ImportSql.read("changed-since-check"))
        .param("run", run)
        .query(Long.class)
        .single();
  }

  private void stampLeavers(ImportRunId run, Instant at) {
    update(
        "update people.import_change set after.left_at = :at where run_id = :run and kind = 'leave'",
        run,
        at);
  }

  private void bring(ImportRunId run, String place) {
    update(
        """
        insert into people.{place} (id, parent_id, name, path, depth) overriding system value
        select id, parent_id, name, path, depth from people.import_place where run_id = :run and kind = '{place}'
        """
            .replace("{place}", place),
        run,
        Instant.EPOCH);
  }

  private void endSignIns(ImportRunId run, Instant at) {
    update(
        """
        with ended as (
          update people.sign_in s set revoked_at = :at
            from people.import_change c
           where c.run_id = :run and c.kind = 'leave' and s.person_id = c.person_id
             and s.revoked_at is null and s.expires_at > :at
          returning s.id
        )
        insert into people.import_revocation (run_id, sign_in_id) select :run, id from ended
        """,
        run,
        at);
  }

  private void write(ImportRunId run, String... kinds) {
    sql.sql(ImportSql.read("write-entries").replace("{image}", "after"))
        .param("run", run)
        .param("kinds", List.of(kinds))
        .update();
  }

  private void update(String statement, ImportRunId run, Instant at) {
    sql.sql(statement).param("run", run).param("at", at).update();
  }
}
