package nl.steunpunt.platform.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.platform.time.Timed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Live events are for screens that are open: after a quarter of an hour they go. How far that
 * reaches is kept in the same statement, so that a stream which was away longer is told to read
 * anew and never believes that nothing happened.
 */
@Component
class LiveForgetting implements Timed {
  static final Duration KEPT = Duration.ofMinutes(15);

  private final JdbcClient sql;

  LiveForgetting(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    sql.sql(
            """
            with gone as (delete from platform.live_event where at < :before returning xid)
            update platform.live_forgotten f
               set xid = newest.xid
              from (select max(xid::text::numeric)::text::xid8 as xid from gone) newest
             where newest.xid > f.xid
            """)
        .param("before", now.minus(KEPT))
        .update();
    return List.of();
  }
}
