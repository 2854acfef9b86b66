package nl.steunpunt.network.place;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts how often a code is followed from paper, and nothing else about it. */
@Component
public class PlaceScans {
  private static final Logger LOG = LoggerFactory.getLogger(PlaceScans.class);

  /** Who fetches a page that nobody looks at yet says so in one of these. */
  private static final String[] EARLY = {"Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"};

  private final JdbcClient sql;
  private final Clock clock;

  PlaceScans(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Whoever follows a code sees who helps, also when it cannot be counted. */
  public void count(String code, HttpServletRequest request) {
    if (!isFromPaper(request)) {
      return;
    }
    try {
      sql.sql(
              """
              insert into network.place_scan (code, day, scans) values (:code, :day, 1)
              on conflict (code, day) do update set scans = place_scan.scans + 1
              """)
          .param("code", code.toLowerCase(Locale.ROOT))
          .param("day", LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE))
          .update();
    } catch (DataAccessException e) {
      LOG.warn("a scan was not counted: {}", e.toString());
    }
  }

  /**
   * Paper has no page that it is followed from, other than the sign-in on the way. A preview, a
   * fetch ahead of time and a picture are no look.
   */
  private static boolean isFromPaper(HttpServletRequest request) {
    var early =
        Stream.of(EARLY)
            .map(request::getHeader)
            .anyMatch(value -> value != null && value.matches("(?i).*(prefetch|preview).*"));
    var wantsPage = request.getHeader("Sec-Fetch-Dest");
    return request.getMethod().equals("GET")
        && !early
        && (wantsPage == null || wantsPage.equals("document"))
        && isOnTheWay(request.getHeader("Referer"));
  }

  private static boolean isOnTheWay(@Nullable String from) {
    if (from == null) {
      return true;
    }
    try {
      return "/sign-in".equals(URI.create(from).getPath());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Bean
  static RetentionRule keptScans(JdbcClient sql) {
    return new RetentionRule(
        "place_scans",
        76,
        RetentionRule.Unit.MONTHS,
        13,
        1,
        60,
        (before, most) ->
            sql.sql(
                    """
                    delete from network.place_scan where (code, day) in
                           (select code, day from network.place_scan where day < :before order by day, code limit :most)
                    """)
                .param("before", LocalDate.ofInstant(before, OrganisationClock.ZONE))
                .param("most", most)
                .update());
  }
}
