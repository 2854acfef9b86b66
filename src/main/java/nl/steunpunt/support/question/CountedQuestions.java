package nl.steunpunt.support.question;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.network.OwnCounts;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions that a power user answered and that were not disputed since: for that person alone. */
@Component
class CountedQuestions implements OwnCounts {
  private final JdbcClient sql;

  CountedQuestions(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<OwnCount> of(PersonId powerUser, SystemId system, Instant from, Instant until) {
    var number =
        sql.sql(
                """
                select count(*) from support.question
                 where power_user_id = :me and system_id = :system and status in ('solved', 'closed')
                   and outcome in ('potential', 'confirmed') and asked_at >= :from and asked_at < :until
                """)
            .param("me", powerUser)
            .param("system", system)
            .param("from", from)
            .param("until", until)
            .query(Integer.class)
            .single();
    return List.of(new OwnCount(What.QUESTIONS, number));
  }
}
