package nl.steunpunt.insight.counting;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
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
   * @param weeks whole ones, up to the last that is over
   * @param system null: all
   * @param byPlace {@code department} or {@code location}
   */
  public record View(int weeks, @Nullable Long system, String byPlace) {
    static final List<Integer> CHOICES = List.of(4, 13, 26);

    public String address() {
      return "?weeks=" + weeks + (system == null ? "" : "&system=" + system) + "&by=" + byPlace;
    }

    public String with(int otherWeeks) {
      return new View(otherWeeks, system, byPlace).address();
    }

    public String by(String other) {
      return new View(weeks, system, other).address();
    }

    public boolean isFor(long id) {
      return system != null && system == id;
    }
  }

  public record Named(long id, String name) {}

  /**
   * As the database says it: not to be shown before it went through {@link Groups}.
   *
   * @param at when it was reckoned; null: not yet
   * @param monday up to here it was
   * @param total null: nothing was asked
   */
  record Raw(
      @Nullable Instant at,
      LocalDate monday,
      List<Named> systems,
      @Nullable Tally total,
      List<Groups.Span> weeks,
      List<Groups.Group> topics,
      List<Groups.Group> places,
      List<Load.Week> imported,
      List<Load.Sum> sums,
      List<Load.Week> desk) {}

  /**
   * @param reckonedAt questions that ended since are still as they were then; null: not yet
   * @param from the first day that is counted
   * @param upTo the last one
   */
  public record Counting(
      View view,
      @Nullable Instant reckonedAt,
      LocalDate from,
      LocalDate upTo,
      List<Named> systems,
      Tally total,
      List<Groups.Span> weeks,
      List<Groups.Group> topics,
      List<Groups.Group> places,
      Load load) {

    public boolean isTooFew() {
      return !total.isEnough();
    }

    public boolean isEmpty() {
      return total.people() == 0;
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
                    .param("zone", OrganisationClock.ZONE.getId())
                    .param("monday", monday)
                    .param("weeks", view.weeks)
                    .param("system", view.system)
                    .param("by", view.byPlace)
                    .param("language", language)
                    .param("deskWeeks", DESK_WEEKS),
                Raw.class)
            .orElseThrow();
    var total = raw.total == null ? Tally.NOTHING : raw.total;
    var enough = total.isEnough();
    return new Counting(
        view,
        raw.at,
        raw.monday.minusWeeks(view.weeks),
        raw.monday.minusDays(1),
        raw.systems,
        total,
        enough ? Groups.spans(raw.weeks) : List.of(),
        enough ? Groups.shown(raw.topics) : List.of(),
        enough ? Groups.shown(raw.places) : List.of(),
        new Load(raw.imported, raw.desk, raw.sums));
  }
}
