package nl.steunpunt.network;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.Timed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When an absence begins or ends, deputies stand in or no longer do: their open pages hear of it.
 * How far it looked is kept nowhere: a page reads itself anew when a node is back.
 */
@Component
class StandingInNews implements Timed {
  private final JdbcClient sql;
  private final PeopleNews news;
  private final Clock clock;
  private @Nullable Instant looked;

  StandingInNews(JdbcClient sql, PeopleNews news, Clock clock) {
    this.sql = sql;
    this.news = news;
    this.clock = clock;
  }

  /** What is planned for later is found when it begins. */
  @EventListener
  void on(AbsencesChanged absence) {
    var now = clock.instant();
    if (!absence.from().isAfter(now) && absence.until().isAfter(now)) {
      tellDeputiesOf(List.of(absence.person()));
    }
  }

  @Override
  public synchronized List<Fired> fireDue(Instant now) {
    var since = looked;
    looked = now;
    if (since != null) {
      tellDeputiesOf(begunOrEnded(since, now));
    }
    return List.of();
  }

  private List<PersonId> begunOrEnded(Instant since, Instant now) {
    return sql.sql(
            """
            select distinct person_id from network.absence
             where from_at > :since and from_at <= :now or until_at > :since and until_at <= :now
            """)
        .param("since", since)
        .param("now", now)
        .query(PersonId.class)
        .list();
  }

  private void tellDeputiesOf(List<PersonId> powerUsers) {
    if (powerUsers.isEmpty()) {
      return;
    }
    news.tell(
        sql.sql(
                """
                select distinct deputy.power_user_id
                  from network.constituency c
                  join network.constituency deputy
                    on deputy.person_id = c.person_id and deputy.system_id = c.system_id and deputy.rank > c.rank
                 where c.power_user_id = any(:people::bigint[])
                """)
            .param("people", powerUsers.stream().map(PersonId::value).toArray(Long[]::new))
            .query(PersonId.class)
            .list());
  }
}
