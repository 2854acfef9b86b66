package nl.steunpunt.network.cover;

import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.SystemName;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the lead must decide or fill, one statement per screen. */
@Repository
public class CoverScreens {
  static final int PER_PAGE = 20;
  private static final int CHANGES = 100;

  private static final String COVER = SqlFile.beside(CoverScreens.class, "cover.sql");
  private static final String ASSIGNMENT = SqlFile.beside(CoverScreens.class, "assignment.sql");
  private static final String CHANGED = SqlFile.beside(CoverScreens.class, "changes.sql");

  /** Colleagues of one department at one place whom nobody serves. */
  public record Hole(
      long departmentId,
      String department,
      @Nullable Long locationId,
      @Nullable String location,
      int people) {}

  /** Two power users whose rules are equally near; the first one has the people for now. */
  public record Conflict(
      String department,
      @Nullable String location,
      long firstMandate,
      String first,
      long secondMandate,
      String second,
      int people) {}

  /**
   * @param system the one shown; null while there is none
   * @param everyone active people
   * @param unserved of them without a power user
   * @param holes one more than fits on a page, when there is more; likewise the conflicts
   */
  public record Cover(
      List<SystemName> systems,
      @Nullable Long system,
      int everyone,
      int unserved,
      List<Hole> holes,
      int conflicted,
      List<Conflict> conflicts) {

    public List<Hole> holesShown() {
      return holes.subList(0, Math.min(PER_PAGE, holes.size()));
    }

    public List<Conflict> conflictsShown() {
      return conflicts.subList(0, Math.min(PER_PAGE, conflicts.size()));
    }

    /** Rounded down: 100 only when everybody has one. */
    public int percentServed() {
      return everyone == 0 ? 100 : (everyone - unserved) * 100 / everyone;
    }
  }

  /** A department or a location that can be given, with how many of its people have nobody yet. */
  public record Target(String kind, long id, String path, int people, int unserved) {
    public String value() {
      return kind + "-" + id;
    }
  }

  /** A power user who can be asked, the nearest first. */
  public record Choice(
      long mandate,
      String name,
      String department,
      @Nullable String location,
      int share,
      int reach) {}

  public record Assignment(long system, List<Target> targets, List<Choice> choices) {
    private static final int NEAREST = 6;

    public List<Choice> nearest() {
      return choices.subList(0, Math.min(NEAREST, choices.size()));
    }

    public List<Choice> others() {
      return choices.subList(nearest().size(), choices.size());
    }
  }

  /** The newest first; those that stand can be taken back from the top. */
  public record Changes(List<SystemName> systems, @Nullable Long system, List<ChangeRow> changes) {
    public Optional<ChangeRow> last() {
      return changes.stream().filter(change -> change.undoneAt() == null).findFirst();
    }
  }

  private final JdbcClient sql;
  private final ScreenSql screens;

  CoverScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  /**
   * @param system null: the first by name
   * @param holesFrom how many holes to pass over, the largest come first
   */
  public Cover cover(@Nullable SystemId system, int holesFrom, int conflictsFrom) {
    var statement =
        sql.sql(COVER)
            .param("system", system)
            .param("holesFrom", holesFrom)
            .param("conflictsFrom", conflictsFrom)
            .param("rows", PER_PAGE + 1);
    return screens.one(statement, Cover.class).orElseThrow();
  }

  /** Nothing when there is no such system or department. */
  Optional<Assignment> assignment(SystemId system, long department, @Nullable Long location) {
    var statement =
        sql.sql(ASSIGNMENT)
            .param("system", system)
            .param("department", department)
            .param("location", location);
    return screens.one(statement, Assignment.class).filter(it -> !it.targets().isEmpty());
  }

  Changes changes(@Nullable SystemId system) {
    var statement = sql.sql(CHANGED).param("system", system).param("rows", CHANGES);
    return screens.one(statement, Changes.class).orElseThrow();
  }
}
