package nl.steunpunt.network.poweruser;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.ConstituencyChanges;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.SystemName;
import nl.steunpunt.network.mandate.Standing;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.Like;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Power users for the lead, one statement per screen. In order of name, and with no figure of what
 * anybody did: nobody is ranked.
 */
@Repository
public class PowerUserScreens {
  static final int PER_PAGE = 50;
  private static final int SHORTEST = 2;

  private static final String LIST = SqlFile.beside(PowerUserScreens.class, "power-users.sql");
  private static final String ONE = SqlFile.beside(PowerUserScreens.class, "power-user.sql");
  private static final String CANDIDATES = SqlFile.beside(PowerUserScreens.class, "candidates.sql");
  private static final String CANDIDATE = SqlFile.beside(PowerUserScreens.class, "candidate.sql");

  /**
   * @param works false for who left: the mandate stands until the lead ends it
   * @param reach how many people this is the first power user of
   */
  public record Row(
      long mandate,
      String name,
      @Nullable String department,
      @Nullable String location,
      boolean works,
      Standing state,
      int share,
      int reach,
      List<TopicName> knows,
      @Nullable Instant awayUntil,
      @Nullable Instant fullUntil) {}

  public record TopicName(String nl, String en) {
    public String in(String language) {
      return language.equals("en") ? en : nl;
    }
  }

  /**
   * @param rows one more than fits on a page, when there is more
   */
  public record PowerUsers(List<SystemName> systems, @Nullable Long system, List<Row> rows) {
    public List<Row> shown() {
      return rows.subList(0, Math.min(PER_PAGE, rows.size()));
    }
  }

  /** A department, location or manager whose people are served. */
  public record Served(String kind, long id, String name, int people) {}

  public record Excepted(
      long id, String name, String department, ConstituencyChanges.State state) {}

  /** Found by what was typed: a department or location to add, or a person to except. */
  public record Found(String kind, long id, String name, @Nullable String place, int people) {}

  /**
   * @param wouldBeAlone how many people would have no power user without this one
   */
  public record PowerUser(
      long mandate,
      long system,
      String systemName,
      String name,
      @Nullable String function,
      String department,
      @Nullable String location,
      boolean works,
      Standing state,
      int share,
      int reach,
      int wouldBeAlone,
      List<TopicName> knows,
      List<Served> serves,
      List<Excepted> exceptions,
      List<Found> found) {}

  public record Candidate(
      long id, String name, String department, @Nullable String location, @Nullable Long mandate) {}

  /**
   * @param place path of the department or location whose colleagues these are; null: of none
   */
  public record Candidates(
      List<SystemName> systems, @Nullable String place, List<Candidate> found) {}

  public record TopicChoice(long id, String nl, String en) {
    public String in(String language) {
      return language.equals("en") ? en : nl;
    }
  }

  /**
   * @param mandate that this person has already
   * @param colleagues in the same department and below
   */
  public record Chosen(
      long person,
      String name,
      long departmentId,
      String department,
      @Nullable String location,
      @Nullable Long mandate,
      long system,
      String systemName,
      int colleagues,
      List<TopicChoice> topics) {}

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  PowerUserScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  /**
   * @param system null: the first offered
   * @param sought part of a name; empty: all
   */
  PowerUsers list(@Nullable SystemId system, String sought, int from) {
    var statement =
        sql.sql(LIST)
            .param("system", system)
            .param("like", Like.containing(sought))
            .param("now", clock.instant())
            .param("from", from)
            .param("rows", PER_PAGE + 1);
    return screens.one(statement, PowerUsers.class).orElseThrow();
  }

  /**
   * @param sought what was typed to find a department, location or person; shorter than two
   *     letters: nothing
   */
  Optional<PowerUser> one(MandateId mandate, String sought) {
    var statement =
        sql.sql(ONE)
            .param("mandate", mandate)
            .param("seeks", sought.length() >= SHORTEST)
            .param("like", Like.containing(sought));
    return screens.one(statement, PowerUser.class);
  }

  /** By name; while nothing is sought, those of the place, who want to be one first. */
  Candidates candidates(
      SystemId system, String sought, PowerUserController.@Nullable PlaceRef place) {
    var statement =
        sql.sql(CANDIDATES)
            .param("system", system)
            .param("seeks", sought.length() >= SHORTEST)
            .param("typed", sought)
            .param("kind", place == null ? "" : place.kind())
            .param("place", place == null ? null : place.id());
    return screens.one(statement, Candidates.class).orElseThrow();
  }

  Optional<Chosen> candidate(SystemId system, PersonId person) {
    var statement = sql.sql(CANDIDATE).param("system", system).param("person", person);
    return screens.one(statement, Chosen.class);
  }
}
