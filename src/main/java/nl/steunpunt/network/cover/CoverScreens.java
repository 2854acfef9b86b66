package nl.steunpunt.network.cover;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.SystemName;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the lead must decide or fill, one statement per screen. */
@Repository
public class CoverScreens {
  private static final int CHANGES = 100;

  /** Two months: as long as a network needs to become one. */
  private static final int WEEKS = 8;

  /** Fewer names than this could tell who gave them. */
  private static final int FEWEST_NAMES = 5;

  private static final int FEWEST_PEOPLE = 5;
  private static final int FEWEST_CALLS = 3;
  private static final Duration LONG_AWAY = Duration.ofDays(14);
  private static final Duration UNUSED = Duration.ofDays(28);
  private static final Duration SOON = Duration.ofDays(56);

  private static final String COVER = SqlFile.beside(CoverScreens.class, "cover.sql");
  private static final String ASSIGNMENT = SqlFile.beside(CoverScreens.class, "assignment.sql");
  private static final String CHANGED = SqlFile.beside(CoverScreens.class, "changes.sql");

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

  /**
   * The newest first. Those that stand can be taken back from the top, without those that would
   * give to a mandate that ended.
   */
  public record Changes(List<SystemName> systems, @Nullable Long system, List<ChangeRow> changes) {
    public Optional<ChangeRow> last() {
      return changes.stream()
          .filter(change -> change.undoneAt() == null && !change.ended())
          .findFirst();
    }
  }

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final OrganisationCalendar calendar;
  private final Clock clock;

  CoverScreens(JdbcClient sql, ScreenSql screens, OrganisationCalendar calendar, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * @param system null: the first offered
   * @param at the department or location to look into; null: all of them
   * @param only the list that goes on at {@code from}; null: the beginning of each
   */
  public Cover cover(
      @Nullable SystemId system,
      By by,
      @Nullable Long at,
      @Nullable Need only,
      int from,
      int rows) {
    var now = clock.instant();
    var today = now.atZone(calendar.current().zone()).toLocalDate();
    var monday = today.with(DayOfWeek.MONDAY);
    var weeks =
        monday.minusWeeks(WEEKS - 1L).datesUntil(today.plusDays(1), Period.ofWeeks(1)).toList();
    var statement =
        sql.sql(COVER)
            .param("system", system)
            .param("by", by.word())
            .param("at", at)
            .param("only", only == null ? null : only.word())
            .param("from", from)
            .param("rows", rows)
            .param("today", today)
            .param("now", now)
            .param("longAway", now.plus(LONG_AWAY))
            .param("unusedSince", now.minus(UNUSED))
            .param("unusedFrom", today.minusDays(UNUSED.toDays()))
            .param("soon", today.plusDays(SOON.toDays()))
            .param("thisWeek", monday)
            .param("weeks", weeks.stream().map(LocalDate::toString).toArray(String[]::new))
            .param("moments", ends(weeks, now))
            .param("fewest", FEWEST_NAMES)
            .param("fewestPeople", FEWEST_PEOPLE)
            .param("fewestCalls", FEWEST_CALLS);
    return screens.one(statement, Cover.class).orElseThrow();
  }

  /** The last moment of each week; of this one now. */
  private String[] ends(List<LocalDate> weeks, Instant now) {
    return weeks.stream()
        .map(week -> week.plusWeeks(1).atStartOfDay(calendar.current().zone()).toInstant())
        .map(end -> (end.isAfter(now) ? now : end.minusMillis(1)).toString())
        .toArray(String[]::new);
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
