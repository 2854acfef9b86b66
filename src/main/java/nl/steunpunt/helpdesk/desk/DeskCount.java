package nl.steunpunt.helpdesk.desk;

import java.time.Clock;
import nl.steunpunt.platform.web.MenuCount;
import nl.steunpunt.platform.web.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many tickets are nearly late, or late. */
@Component
class DeskCount implements MenuCount {
  private final JdbcClient sql;
  private final Clock clock;

  DeskCount(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/desk";
  }

  @Override
  public String key() {
    return "desk.count";
  }

  @Override
  public boolean isFor(Viewer viewer) {
    return viewer.has("helpdesk");
  }

  @Override
  public int of(Viewer viewer) {
    return sql.sql("select count(*)::int from helpdesk.ticket where open and warn_at <= :now")
        .param("now", clock.instant())
        .query(Integer.class)
        .single();
  }
}
