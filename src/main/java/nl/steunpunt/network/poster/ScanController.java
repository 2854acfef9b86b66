package nl.steunpunt.network.poster;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import nl.steunpunt.network.place.PlaceCodes;
import nl.steunpunt.network.whohelps.WhoHelps;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Codes on paper: how often each was followed, and the end of one. */
@Controller
public class ScanController {
  private static final String PATH = "/posters/codes";
  private static final int WEEKS = 4;

  /** On one page. */
  static final int MOST = 100;

  private static final String SCANS = SqlFile.beside(ScanController.class, "scans.sql");

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final PlaceCodes codes;
  private final Clock clock;

  ScanController(JdbcClient sql, ScreenSql screens, PlaceCodes codes, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.codes = codes;
    this.clock = clock;
  }

  /**
   * @param path of the place; null: it is gone
   * @param weeks how often in each, the latest last
   */
  public record Scanned(
      @Nullable Long location,
      @Nullable String path,
      String code,
      boolean withdrawn,
      List<Integer> weeks) {
    public String name() {
      return path == null ? "" : WhoHelps.named(List.of(path.split("/", -1)));
    }

    /** Buildings of two sites can have one name; null: the place is a site, or gone. */
    public @Nullable String site() {
      return path == null || !path.contains("/") ? null : path.substring(0, path.indexOf('/'));
    }
  }

  /**
   * @param codes of which one more than a page is read, to know whether it goes on
   */
  public record Scans(List<Scanned> codes) {}

  /**
   * @param mondays with which the weeks begin, the latest last
   * @param hasEarlier whether pages come before this one
   */
  public record ScansPage(List<LocalDate> mondays, Scans it, boolean hasEarlier) {
    public List<Scanned> codes() {
      return it.codes().subList(0, Math.min(MOST, it.codes().size()));
    }

    public @Nullable String first() {
      return hasEarlier ? PATH : null;
    }

    public @Nullable String next() {
      return it.codes().size() > MOST ? PATH + "?after=" + codes().getLast().code() : null;
    }
  }

  /**
   * @param after the last code that was seen; unknown: from the beginning
   */
  @GetMapping(PATH)
  ModelAndView show(@RequestParam(defaultValue = "") String after) {
    var monday =
        LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var mondays =
        IntStream.range(0, WEEKS).mapToObj(week -> monday.minusWeeks(WEEKS - 1 - week)).toList();
    var statement =
        sql.sql(SCANS)
            .param("mondays", mondays.stream().map(LocalDate::toString).toArray(String[]::new))
            .param("from", mondays.getFirst())
            .param("after", after)
            .param("rows", MOST + 1);
    return Reply.page(
        "network/poster/scans",
        new ScansPage(
            mondays, screens.one(statement, Scans.class).orElseThrow(), !after.isEmpty()));
  }

  /** What hangs with it leads to a page that says so; the place gets another code at once. */
  @PostMapping(PATH + "/{code}/withdrawal")
  ModelAndView withdraw(@PathVariable String code) {
    var location = codes.withdraw(code).orElseThrow(NotFound::new);
    return Reply.to("/posters/piece?location=" + location, "poster.withdrawn");
  }
}
