package nl.steunpunt.people.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what single rows cannot show: doubles, unknown managers, loops. Statement by statement,
 * each its own transaction, on rows that only the holder of the import lock touches.
 */
@Component
class ImportChecking {

  private final JdbcClient sql;

  ImportChecking(JdbcClient sql) {
    this.sql = sql;
  }

  void check(ImportRunId run, PersonId by, boolean managersGiven) {
    update("match", run, by);
    update("match-bad-by-name", run, by);
    update("doubles", run, by);
    update("yourself", run, by);
    update("newcomers", run, by);
    update("keep", run, by);
    update("unknown-managers", run, by);
    // A row that turns out bad leaves its person as they are, and that may contradict another row.
    int found;
    do {
      update("keep", run, by);
      found = update("address-conflicts", run, by);
      found += managersGiven ? loops(run) : 0;
    } while (found > 0);
    update("forget-skipped", run, by);
  }

  private int loops(ImportRunId run) {
    var people = new ArrayList<Long>();
    var managers = new ArrayList<Long>();
    sql.sql(ImportSql.read("reporting-lines"))
        .query(row -> {
          people.add(row.getLong("person_id"));
          managers.add(row.getLong("manager_id")); // 0 is nobody
        });
    var sorted = people.stream().mapToLong(Long::longValue).toArray();
    var managerOf =
        managers.stream()
            .mapToInt(id -> Math.max(ManagerLoops.NONE, Arrays.binarySearch(sorted, id)))
            .toArray();
    List<Long> onLoop = ManagerLoops.in(managerOf).stream().mapToObj(i -> sorted[i]).toList();
    return onLoop.isEmpty()
        ? 0
        : sql.sql(ImportSql.read("manager-loops"))
            .param("run", run)
            .param("persons", onLoop.toArray(Long[]::new))
            .update();
  }

  private int update(String statement, ImportRunId run, PersonId by) {
    return sql.sql(ImportSql.read(statement)).param("run", run).param("by", by).update();
  }
}
