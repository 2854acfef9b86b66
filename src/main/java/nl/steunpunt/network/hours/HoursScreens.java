package nl.steunpunt.network.hours;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.network.hours.AgreedWeek.Away;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One's own hours; nobody else's door. */
@Repository
class HoursScreens {
  private static final String MY_WEEK = SqlFile.beside(HoursScreens.class, "my-week.sql");

  /** So far back three weeks in a row are looked for: a long holiday lies between them at most. */
  static final int TREND_WEEKS = 12;

  private static final Duration TALK_SHOWN = Duration.ofDays(28);

  private record Row(
      long mandate,
      String system,
      String systemName,
      int share,
      @Nullable BigDecimal contractHours,
      @Nullable Instant talkAskedAt,
      @Nullable String talkWith,
      boolean managerAsked,
      @Nullable WeekTotal closed,
      List<WeekTotal> weeks,
      List<Piece> pieces) {}

  private record Rows(List<Row> mandates, List<Away> away) {}

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final OrganisationCalendar calendar;
  private final Clock clock;

  HoursScreens(JdbcClient sql, ScreenSql screens, OrganisationCalendar calendar, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Under each mandate that is theirs now, or was worked for in that week. */
  List<MyWeek> of(PersonId me, Week week) {
    var now = clock.instant();
    var statement =
        sql.sql(MY_WEEK)
            .param("me", me)
            .param("week", week.monday())
            .param("begins", week.begins())
            .param("ends", week.ends())
            .param("trendSince", Week.at(now).plus(-TREND_WEEKS).monday())
            .param("talkSince", now.minus(TALK_SHOWN));
    var rows = screens.one(statement, Rows.class).orElseThrow();
    return rows.mandates.stream().map(row -> week(row, rows.away, week)).toList();
  }

  private MyWeek week(Row row, List<Away> away, Week week) {
    var agreed = AgreedWeek.of(week, row.contractHours, row.share, away, calendar.current());
    return new MyWeek(
        row.mandate,
        row.system,
        row.systemName,
        row.closed == null ? agreed.minutes() : row.closed.agreedMinutes(),
        row.talkAskedAt,
        row.talkWith,
        row.managerAsked,
        Trend.of(row.weeks),
        week.days().stream()
            .map(day ->
                new MyWeek.Day(
                    day,
                    agreed.absentDays().contains(day),
                    row.pieces.stream().filter(piece -> piece.day().equals(day)).toList()))
            .toList());
  }
}
