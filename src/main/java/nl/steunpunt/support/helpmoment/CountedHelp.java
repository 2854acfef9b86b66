package nl.steunpunt.support.helpmoment;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.network.OwnCounts;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Help in passing, as the power user logged it: for that person alone. */
@Component
class CountedHelp implements OwnCounts {
  private final JdbcClient sql;

  CountedHelp(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<OwnCount> of(PersonId powerUser, SystemId system, Instant from, Instant until) {
    var number =
        sql.sql(
                """
                select count(*) from support.help_moment
                 where power_user_id = :me and system_id = :system and helped_at >= :from and helped_at < :until
                """)
            .param("me", powerUser)
            .param("system", system)
            .param("from", from)
            .param("until", until)
            .query(Integer.class)
            .single();
    return List.of(new OwnCount(What.HELP_MOMENTS, number));
  }
}
