package nl.steunpunt.network;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.live.LiveEvents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells a power user's open page of their people that something about one of them changed: who
 * serves that one at this moment, as a deputy too, and nobody else. What it was is on the page.
 */
@Component
public class PeopleNews {
  private static final String KIND = "my-people";

  private final JdbcClient sql;
  private final LiveEvents live;
  private final Clock clock;

  PeopleNews(JdbcClient sql, LiveEvents live, Clock clock) {
    this.sql = sql;
    this.live = live;
    this.clock = clock;
  }

  /**
   * @param told who hears of it by another event already
   */
  public void tell(PersonId person, SystemId system, Collection<PersonId> told) {
    var serving =
        new ArrayList<>(
            sql.sql(
                    """
                    select c.power_user_id from network.constituency c
                     where c.person_id = :person and c.system_id = :system and c.power_user_id <> :person
                       and (c.rank = 0 or not exists (
                         select from network.constituency first
                          where first.person_id = c.person_id and first.system_id = c.system_id and first.rank < c.rank
                            and not exists (select from network.absence a
                                             where a.person_id = first.power_user_id
                                               and a.from_at <= :now and a.until_at > :now)))
                    """)
                .param("person", person)
                .param("system", system)
                .param("now", clock.instant())
                .query(PersonId.class)
                .list());
    serving.removeAll(told);
    live.tell(serving, KIND, 0, null);
  }
}
