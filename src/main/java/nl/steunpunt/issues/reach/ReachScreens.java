package nl.steunpunt.issues.reach;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.Place;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ReachScreens {
  public record Day(LocalDate day, int people) {}

  /**
   * How far an issue reaches. Of places only what may be told; of teams and constituencies how many
   * there are: two ways of dividing the same people would give away what each of them hides.
   *
   * @param days the last {@value #DAYS}, how many were newly hit on each
   */
  public record Reach(
      long id,
      String title,
      int people,
      int teams,
      int constituencies,
      List<Place> places,
      List<Day> days) {
    public Reach {
      places = Place.shown(places);
    }

    public String trend() {
      return Trend.of(days.stream().map(Day::people).toList()).word();
    }

    public int most() {
      return Math.max(1, days.stream().mapToInt(Day::people).max().orElse(1));
    }
  }

  static final int DAYS = 28;
  private static final String SQL = SqlFile.beside(ReachScreens.class, "reach.sql");

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  ReachScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  Reach reach(IssueId id) {
    var today = LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE);
    var statement =
        sql.sql(SQL)
            .param("id", id)
            .param("zone", OrganisationClock.ZONE.getId())
            .param("first", today.minusDays(DAYS - 1))
            .param("today", today)
            .param(
                "since",
                today.minusDays(DAYS - 1).atStartOfDay(OrganisationClock.ZONE).toInstant());
    return screens.one(statement, Reach.class).orElseThrow(NotFound::new);
  }
}
