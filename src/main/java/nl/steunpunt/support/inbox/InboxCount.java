package nl.steunpunt.support.inbox;

import java.time.Clock;
import nl.steunpunt.platform.web.MenuCount;
import nl.steunpunt.platform.web.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many questions wait for me: the first pile of the inbox. */
@Component
class InboxCount implements MenuCount {
  private final JdbcClient sql;
  private final Clock clock;

  InboxCount(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/inbox";
  }

  @Override
  public String key() {
    return "inbox.count";
  }

  @Override
  public boolean isFor(Viewer viewer) {
    return viewer.has("power_user");
  }

  @Override
  public int of(Viewer viewer) {
    return sql.sql(
            """
            select count(*)::int from support.question
             where status = 'with_power_user' and power_user_id = :me and waiting_since is not null
               and (snoozed_until is null or snoozed_until <= :now)
            """)
        .param("me", viewer.number())
        .param("now", clock.instant())
        .query(Integer.class)
        .single();
  }
}
