package nl.steunpunt.people.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.time.Timed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A file and what was found in it are a copy of everybody's data: kept for thirty days where an
 * undo may need it, for a day where nothing was imported.
 */
@Component
class ImportForgetting implements Timed {

  static final Duration FOR_UNDO = Duration.ofDays(30);
  static final Duration UNUSED = Duration.ofDays(1);

  private final JdbcClient sql;

  ImportForgetting(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Instant> nextDue() {
    return sql.sql(
            """
            select min(case when applied_at is not null then applied_at + :undo::interval
                            else received_at + :unused::interval end)
              from people.import_run
             where forgotten_at is null and state not in ('checking', 'applying')
            """)
        .param("undo", FOR_UNDO.toString())
        .param("unused", UNUSED.toString())
        .query(Instant.class)
        .optional();
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    return sql
        .sql(ImportSql.read("forget"))
        .param("now", now)
        .param("used", now.minus(FOR_UNDO))
        .param("unused", now.minus(UNUSED))
        .query(Long.class)
        .list()
        .stream()
        .map(run -> new Fired("import_forgotten", run, now))
        .toList();
  }
}
