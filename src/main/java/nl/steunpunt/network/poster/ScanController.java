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
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Codes on paper: how often each was followed, and the end of one. */
@Controller
public class ScanController {
  private static final String PATH = "/posters/codes";
  private static final int WEEKS = 4;

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
  }

  public record Scans(List<Scanned> codes) {}

  /**
   * @param mondays with which the weeks begin, the latest last
   */
  public record ScansPage(List<LocalDate> mondays, Scans it) {}

  @GetMapping(PATH)
  ModelAndView show() {
    var monday =
        LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var mondays =
        IntStream.range(0, WEEKS).mapToObj(week -> monday.minusWeeks(WEEKS - 1 - week)).toList();
    var statement =
        sql.sql(
                """
                select to_json(it) from (
                  select coalesce((select json_agg(r order by r.withdrawn, r.path, r.code) from (
                    select l.id as location, l.path, c.code, c.withdrawn_at is not null or l.id is null as withdrawn,
                           (select json_agg(coalesce((select sum(s.scans) from network.place_scan s
                                                       where s.code = c.code and s.day >= w.monday and s.day < w.monday + 7), 0)
                                            order by w.monday)
                              from unnest(:mondays::date[]) as w (monday)) as weeks
                      from network.place_code c left join people.pub_location l on l.id = c.location_id
                     where exists (select from network.place_scan s where s.code = c.code and s.day >= :from)
                     order by c.withdrawn_at is not null, l.path limit 300) r), '[]') as codes) it
                """)
            .param("mondays", mondays.stream().map(LocalDate::toString).toArray(String[]::new))
            .param("from", mondays.getFirst());
    return Reply.page(
        "network/poster/scans",
        new ScansPage(mondays, screens.one(statement, Scans.class).orElseThrow()));
  }

  /** What hangs with it leads to a page that says so; the place gets another code at once. */
  @PostMapping(PATH + "/{code}/withdrawal")
  ModelAndView withdraw(@PathVariable String code) {
    var location = codes.withdraw(code).orElseThrow(NotFound::new);
    return Reply.to("/posters/piece?location=" + location, "poster.withdrawn");
  }
}
