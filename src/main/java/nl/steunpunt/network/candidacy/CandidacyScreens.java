package nl.steunpunt.network.candidacy;

import java.util.List;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.SystemName;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Candidates for the lead, and what a colleague fills in. */
@Repository
public class CandidacyScreens {
  static final int FEWEST_NAMES = 5;
  private static final int MOST = 100;
  private static final int SHORTEST = 2;
  private static final int MOST_FOUND = 12;
  private static final String CANDIDATES = SqlFile.beside(CandidacyScreens.class, "candidates.sql");

  /**
   * @param why in their own words; null: they did not volunteer
   * @param named by how many colleagues; null below five
   * @param colleagues in the same department and below who have no power user now
   */
  public record Candidate(
      long person,
      String name,
      @Nullable String function,
      String department,
      @Nullable String location,
      @Nullable String why,
      @Nullable Integer named,
      int colleagues) {}

  public record Candidates(
      List<SystemName> systems, @Nullable Long system, List<Candidate> candidates) {}

  public record Found(long id, String name, String department, @Nullable String location) {}

  /**
   * @param why what I wrote before
   * @param holds I have a mandate for it, or one is on its way
   */
  public record Choice(long system, String name, @Nullable String why, boolean holds) {}

  private final JdbcClient sql;
  private final ScreenSql screens;

  CandidacyScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  Candidates candidates(@Nullable SystemId system) {
    var statement =
        sql.sql(CANDIDATES)
            .param("system", system)
            .param("fewest", FEWEST_NAMES)
            .param("rows", MOST);
    return screens.one(statement, Candidates.class).orElseThrow();
  }

  List<Choice> choices(PersonId me) {
    return sql.sql(
            """
            select s.id as system, s.name, v.why,
                   exists (select from network.mandate m
                            where m.person_id = :me and m.system_id = s.id and m.stage <> 'ended') as holds
              from network.pub_system s
              left join network.volunteer v on v.system_id = s.id and v.person_id = :me
             where s.active order by s.unhelped, s.name, s.id
            """)
        .param("me", me)
        .query(Choice.class)
        .list();
  }

  /**
   * Colleagues of that name or one like it, the nearest first; shorter than two letters: nobody.
   */
  List<Found> colleagues(PersonId me, String sought) {
    if (sought.length() < SHORTEST) {
      return List.of();
    }
    return sql.sql(
            """
            select p.id, p.name, p.department_path as department, p.location_path as location
              from people.pub_found(:typed, :most) found
              join people.pub_person p on found.kind = 'person' and p.id = found.id
             where p.id <> :me order by found.place limit :most
            """)
        .param("me", me)
        .param("typed", sought)
        .param("most", MOST_FOUND)
        .query(Found.class)
        .list();
  }
}
