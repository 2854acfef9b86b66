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
                    select power_user_id from network.pub_serving(:now)
                     where person_id = :person and system_id = :system
                    """)
                .param("person", person)
                .param("system", system)
                .param("now", clock.instant())
                .query(PersonId.class)
                .list());
    serving.removeAll(told);
    tell(serving);
  }

  /** Something changed about some of the people of each of these. */
  public void tell(Collection<PersonId> powerUsers) {
    live.tell(powerUsers, KIND, 0, null);
  }
}
