package nl.steunpunt.support.question;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.network.OwnCounts;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Questions that a power user answered and that were not disputed since, and help in passing, as it
 * was logged: for that person alone, and in one statement.
 */
@Component
class CountedHelp implements OwnCounts {
  private record Counted(int questions, int helpMoments) {}

  private final JdbcClient sql;

  CountedHelp(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<OwnCount> of(PersonId powerUser, SystemId system, Instant from, Instant until) {
    var counted =
        sql.sql(
                """
                select (select count(*) from support.question
                         where power_user_id = :me and system_id = :system and status in ('solved', 'closed')
                           and outcome in ('potential', 'confirmed')
                           and asked_at >= :from and asked_at < :until) as questions,
                       (select count(*) from support.help_moment
                         where power_user_id = :me and system_id = :system
                           and helped_at >= :from and helped_at < :until) as help_moments
                """)
            .param("me", powerUser)
            .param("system", system)
            .param("from", from)
            .param("until", until)
            .query(Counted.class)
            .single();
    return List.of(
        new OwnCount(What.QUESTIONS, counted.questions),
        new OwnCount(What.HELP_MOMENTS, counted.helpMoments));
  }
}
