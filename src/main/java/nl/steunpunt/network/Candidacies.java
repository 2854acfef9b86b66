package nl.steunpunt.network;

import java.time.Instant;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who wants to be a power user, and whom colleagues name. Who named whom is kept so that nobody
 * counts twice, for a year, and is shown to nobody.
 */
@Repository
public class Candidacies {
  private final JdbcClient sql;

  Candidacies(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Again: the newer words.
   *
   * @return whether it is the first time
   */
  public boolean volunteer(PersonId person, SystemId system, String why, Instant now) {
    if (holds(person, system)) {
      throw Refusal.conflict("candidacy.is_one");
    }
    return sql.sql(
            """
            insert into network.volunteer (person_id, system_id, why, volunteered_at)
            values (:person, :system, :why, :now)
            on conflict (person_id, system_id) do update set why = excluded.why
            returning old.person_id is null
            """)
        .param("person", person)
        .param("system", system)
        .param("why", why)
        .param("now", now)
        .query(Boolean.class)
        .single();
  }

  /**
   * @return false when they were not on the list
   */
  public boolean withdraw(PersonId person, SystemId system) {
    return sql.sql(
                "delete from network.volunteer where person_id = :person and system_id = :system")
            .param("person", person)
            .param("system", system)
            .update()
        > 0;
  }

  /** One name for each system; another name takes the place of the first. */
  public void nominate(PersonId nominator, SystemId system, PersonId nominee, Instant now) {
    if (nominator.equals(nominee)) {
      throw Refusal.of("candidacy.yourself");
    }
    sql.sql(
            """
            insert into network.nomination (nominator_id, system_id, nominee_id, nominated_at)
            values (:nominator, :system, :nominee, :now)
            on conflict (nominator_id, system_id)
            do update set nominee_id = excluded.nominee_id, nominated_at = excluded.nominated_at
            """)
        .param("nominator", nominator)
        .param("system", system)
        .param("nominee", nominee)
        .param("now", now)
        .update();
  }

  /** A name that was given a year ago says nothing of today. */
  public int forgetNominationsUntil(Instant then) {
    return sql.sql("delete from network.nomination where nominated_at <= :then")
        .param("then", then)
        .update();
  }

  private boolean holds(PersonId person, SystemId system) {
    return sql.sql(
            """
            select exists (select from network.mandate
                            where person_id = :person and system_id = :system and stage <> 'ended')
            """)
        .param("person", person)
        .param("system", system)
        .query(Boolean.class)
        .single();
  }
}
