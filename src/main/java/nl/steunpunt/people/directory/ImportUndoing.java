package nl.steunpunt.people.directory;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.RemovalObjection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an import back: everybody it changed is as before, whom it brought is gone, whom it signed
 * out is signed in. Refused when that would be wrong by now: a person was changed again, or what
 * was brought is in use. Better no undo than half of one.
 */
@Component
class ImportUndoing {

  private final JdbcClient sql;
  private final ImportRuns runs;
  private final ImportFacts facts;
  private final List<RemovalObjection> modules;

  ImportUndoing(
      JdbcClient sql, ImportRuns runs, ImportFacts facts, List<RemovalObjection> modules) {
    this.sql = sql;
    this.runs = runs;
    this.facts = facts;
    this.modules = modules;
  }

  @Transactional
  public void undo(ImportRunId run, Instant at) {
    ImportApplying.holdPersons(sql);
    refuseIfChangedSince(run);
    refuseIfInUse(run);
    facts.undone(run, at);
    update(
        """
        update people.person set active = false, employee_number = null, manager_id = null
         where id in (select person_id from people.import_change where run_id = :run and kind = 'join')
        """,
        run);
    update(ImportSql.read("step-aside").replace("{image}", "before"), run);
    sql.sql(ImportSql.read("write-entries").replace("{image}", "before"))
        .param("run", run)
        .param("kinds", List.of("leave", "move", "return"))
        .update();
    remove(run);
    update(
        """
        update people.sign_in set revoked_at = null
         where id in (select sign_in_id from people.import_revocation where run_id = :run)
        """,
        run);
    runs.undone(run, at);
  }

  private void refuseIfChangedSince(ImportRunId run) {
    long changed =
        count(
            """
            select count(*) from people.import_change c left join people.person p on p.id = c.person_id
             where c.run_id = :run and (p.id is null or people.entry_of(p) is distinct from c.after)
            """,
            run);
    // An address or number that the undo gives back may have gone to somebody else.
    long taken = count(ImportSql.read("taken"), run);
    if (changed + taken > 0) {
      throw new ImportRefused(ImportRefused.Why.CHANGED_SINCE, String.valueOf(changed + taken));
    }
  }

  private void refuseIfInUse(ImportRunId run) {
    var removal =
        new RemovalObjection.Removal(
            ids(
                "select person_id from people.import_change where run_id = :run and kind = 'join'",
                run),
            ids(
                "select id from people.import_place where run_id = :run and kind = 'department'",
                run),
            ids(
                "select id from people.import_place where run_id = :run and kind = 'location'",
                run));
    boolean usedHere = count(ImportSql.read("in-use"), run) > 0;
    if (usedHere || modules.stream().anyMatch(module -> module.objectsTo(removal))) {
      throw new ImportRefused(ImportRefused.Why.IN_USE);
    }
  }

  private void remove(ImportRunId run) {
    update(
        """
        delete from people.password_link
         where person_id in (select person_id from people.import_change where run_id = :run and kind = 'join')
        """,
        run);
    update(
        "delete from people.person where id in (select person_id from people.import_change where run_id = :run and kind = 'join')",
        run);
    update(
        "delete from people.department where id in (select id from people.import_place where run_id = :run and kind = 'department')",
        run);
    update(
        "delete from people.location where id in (select id from people.import_place where run_id = :run and kind = 'location')",
        run);
  }

  private List<Long> ids(String question, ImportRunId run) {
    return sql.sql(question).param("run", run).query(Long.class).list();
  }

  private long count(String question, ImportRunId run) {
    return sql.sql(question).param("run", run).query(Long.class).single();
  }

  private void update(String statement, ImportRunId run) {
    sql.sql(statement).param("run", run).update();
  }
}
