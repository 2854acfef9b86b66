package nl.steunpunt.insight.counting;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import nl.steunpunt.helpdesk.Tally;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.measure.WeekBars;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class CountingScreens {
  private static final String COUNTING = SqlFile.beside(CountingScreens.class, "counting.sql");
  private static final int DESK_WEEKS = 26;

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  CountingScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  /**
   * What is looked at.
   *
   * @param weeks whole ones, up to the last that is told
   * @param byPlace {@code department} or {@code location}
   */
  public record View(int weeks, String byPlace) {
    static final List<Integer> CHOICES = List.of(4, 12, 24);

    public String address() {
      return "?weeks=" + weeks + "&by=" + byPlace;
    }

    public String with(int otherWeeks) {
      return new View(otherWeeks, byPlace).address();
    }

    public String by(String other) {
      return new View(weeks, other).address();
    }

    public List<Integer> choices() {
      return CHOICES;
    }
  }

  /**
   * Weeks that are told together.
   *
   * @param weeks how many
   */
  public record Span(LocalDate week, int weeks, Tally tally) {}

  /**
   * @param at when it was reckoned; null: not yet
   * @param until a Monday: what was asked before it was told
   * @param deskSums of the built-in desk
   */
  record Raw(
      @Nullable Instant at,
      LocalDate until,
      List<Span> weeks,
      int blocks,
      List<Groups.Group> systems,
      List<Groups.Group> topics,
      List<Groups.Group> places,
      List<Load.Week> imported,
      List<Load.Sum> sums,
      List<Load.Week> desk,
      List<Load.Sum> deskSums) {}

  /**
   * @param reckonedAt null: not yet
   * @param from the first day that is counted
   * @param upTo the last one
   * @param blocks of two weeks, by which groups are told
   */
  public record Counting(
      View view,
      @Nullable Instant reckonedAt,
      LocalDate from,
      LocalDate upTo,
      Tally total,
      List<Span> weeks,
      int blocks,
      List<Groups.Group> systems,
      List<Groups.Group> topics,
      List<Groups.Group> places,
      Load load) {

    public boolean isEmpty() {
      return weeks.isEmpty();
    }

    /** Of one there is nothing to tell beside the total. */
    public boolean hasSystems() {
      return systems.size() > 1;
    }

    public WeekBars bars() {
      return new WeekBars(
          weeks.stream()
              .map(span ->
                  new WeekBars.Bar(
                      span.week(),
                      "count",
                      List.of(
                          span.tally().confirmed(),
                          span.tally().potential(),
                          span.tally().none(),
                          span.tally().running())))
              .toList());
    }
  }

  Counting counting(View view, String language) {
    var monday =
        LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var raw =
        screens
            .one(
                sql.sql(COUNTING)
                    .param("monday", monday)
                    .param("weeks", view.weeks)
                    .param("by", view.byPlace)
                    .param("language", language)
                    .param("deskWeeks", DESK_WEEKS),
                Raw.class)
            .orElseThrow();
    return new Counting(
        view,
        raw.at,
        raw.until.minusWeeks(view.weeks),
        raw.until.minusDays(1),
        raw.weeks.stream().map(Span::tally).reduce(Tally.NOTHING, Tally::and),
        raw.weeks,
        raw.blocks,
        Groups.shown(raw.systems),
        Groups.shown(raw.topics),
        Groups.shown(raw.places),
        new Load(raw.imported, raw.desk, raw.sums, raw.deskSums));
  }
}
