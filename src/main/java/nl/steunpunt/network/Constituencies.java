package nl.steunpunt.network;

import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.SqlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who serves whom: what rules, exceptions, directory and mandates come to. Power users who get or
 * lose people by it, as deputies too, see that on their open page.
 */
@Component
public class Constituencies {

  /** Rank 0 is the primary power user, 1 to 3 the deputies in order. */
  public record Serving(
      SystemId systemId, int rank, MandateId mandateId, PersonId powerUserId, Via via) {}

  public enum Via {
    EXCEPTION,
    MANAGER,
    DEPARTMENT,
    LOCATION
  }

  /**
   * The beginning of a statement: who would serve whom, with {@code system}, {@code kind}, {@code
   * ref}, {@code takenFrom} and {@code givenTo} as parameters that may be null.
   */
  public static final String RANKING = SqlFile.beside(Constituencies.class, "ranking.sql");

  private static final String RECOMPUTE =
      RANKING + SqlFile.beside(Constituencies.class, "recompute.sql");
  private static final String COUNT = SqlFile.beside(Constituencies.class, "cover-counts.sql");

  /**
   * @param powerUsers who serves one of these people now, or did before, and not both
   */
  private record Written(int rows, List<Long> powerUsers) {}

  private final JdbcClient sql;
  private final PeopleNews news;

  Constituencies(JdbcClient sql, PeopleNews news) {
    this.sql = sql;
    this.news = news;
  }

  /**
   * After an import of people or power users: all systems in one statement.
   *
   * @return rows written; 0 when nothing changed
   */
  @Transactional
  public int recompute() {
    return recompute(null);
  }

  @Transactional
  public int recomputeFor(SystemId system) {
    return recompute(system);
  }

  private int recompute(@Nullable SystemId system) {
    alone();
    var written =
        sql.sql(RECOMPUTE)
            .param("system", system)
            .param("kind", null)
            .param("ref", null)
            .param("takenFrom", null)
            .param("givenTo", null)
            .query(Written.class)
            .single();
    count(system);
    sql.sql("select set_config('enable_nestloop', 'on', true)").query(row -> {});
    news.tell(written.powerUsers.stream().map(PersonId::new).toList());
    return written.rows;
  }

  /** What the cover screen reads; each recompute does this too. */
  @Transactional
  public void countCover() {
    alone();
    count(null);
    sql.sql("select set_config('enable_nestloop', 'on', true)").query(row -> {});
  }

  /**
   * Two at once would insert the same rows; the second waits and finds nothing left to do. After an
   * import of 100,000 people PostgreSQL still believes in the few of before, and loops over them
   * for ten minutes; joins by hash are right for any number.
   */
  private void alone() {
    sql.sql(
            """
            select pg_advisory_xact_lock(hashtext('network.constituency')),
                   set_config('work_mem', '128MB', true), set_config('enable_nestloop', 'off', true)
            """)
        .query(row -> {});
  }

  private void count(@Nullable SystemId system) {
    sql.sql(COUNT).param("system", system).update();
  }

  /** In order of system and rank; empty for whom nobody serves. */
  public List<Serving> of(PersonId person) {
    return sql.sql(
            """
            select system_id, rank, mandate_id, power_user_id, via
              from network.constituency where person_id = :person order by system_id, rank
            """)
        .param("person", person)
        .query(Serving.class)
        .list();
  }

  /** How many people this power user is the first for. */
  public int size(PersonId powerUser, SystemId system) {
    return sql.sql(
            """
            select count(*)::int from network.constituency
             where power_user_id = :person and system_id = :system and rank = 0
            """)
        .param("person", powerUser)
        .param("system", system)
        .query(Integer.class)
        .single();
  }
}
