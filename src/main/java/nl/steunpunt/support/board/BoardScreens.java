package nl.steunpunt.support.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.SystemName;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Today in one statement: how many, where and in which state; never whose, and never how fast. */
@Repository
public class BoardScreens {
  private static final String BOARD = SqlFile.beside(BoardScreens.class, "board.sql");
  private static final Duration AHEAD = Duration.ofDays(7);

  public enum By {
    DEPARTMENT(Integer.MAX_VALUE),
    /** Site, building and floor: a zone is a few desks. */
    LOCATION(2);

    private final int deepest;

    By(int deepest) {
      this.deepest = deepest;
    }

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A power user who is away, or will be within a week. */
  public record Away(long mandate, String name, Instant fromAt, Instant untilAt) {}

  public record Full(long mandate, String name, Instant untilAt) {}

  record Read(
      List<SystemName> systems,
      @Nullable Long system,
      int everyone,
      int unserved,
      Counts total,
      List<Place> places,
      List<Away> away,
      List<Full> full) {}

  /**
   * @param unserved people without a power user
   */
  public record Board(
      By by,
      List<SystemName> systems,
      @Nullable Long system,
      int unserved,
      Counts total,
      PlaceWindow places,
      List<Away> awayNow,
      List<Away> awaySoon,
      List<Full> full,
      Instant at) {

    /** The longest bar of the board stands for so many questions; at least 1. */
    public int most() {
      return Math.max(
          1, places.rows().stream().mapToInt(row -> row.counts().waiting()).max().orElse(1));
    }
  }

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  BoardScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  /**
   * @param system null: the first offered
   * @param in the place whose rows are wanted; null: the whole organisation
   */
  public Board board(By by, @Nullable SystemId system, @Nullable Long in) {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, OrganisationClock.ZONE);
    // By the calendar: with a change to summer time in between, a week is not 168 hours.
    var lastWeek = now.atZone(OrganisationClock.ZONE).minus(Period.ofWeeks(1));
    var statement =
        sql.sql(BOARD)
            .param("system", system)
            .param("by", by)
            .param("now", now)
            .param("today", today.atStartOfDay(OrganisationClock.ZONE).toInstant())
            .param(
                "thenDay", lastWeek.toLocalDate().atStartOfDay(OrganisationClock.ZONE).toInstant())
            .param("then", lastWeek.toInstant())
            .param("ahead", now.plus(AHEAD));
    var read = screens.one(statement, Read.class).orElseThrow();
    return new Board(
        by,
        read.systems,
        read.system,
        read.unserved,
        read.total,
        PlaceWindow.of(new PlaceTree(read.places, read.everyone, by.deepest).rows(), in),
        read.away.stream().filter(away -> !away.fromAt.isAfter(now)).toList(),
        read.away.stream().filter(away -> away.fromAt.isAfter(now)).toList(),
        read.full,
        now);
  }
}
