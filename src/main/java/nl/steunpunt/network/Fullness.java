package nl.steunpunt.network;

import java.time.Instant;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** "I'm full": until then routing asks all others first. */
@Component
public class Fullness {

  private final JdbcClient sql;

  Fullness(JdbcClient sql) {
    this.sql = sql;
  }

  public void full(PersonId person, Instant until) {
    sql.sql(
            """
            insert into network.full_until (person_id, until_at) values (:person, :until)
            on conflict (person_id) do update set until_at = excluded.until_at
            """)
        .param("person", person)
        .param("until", until)
        .update();
  }

  public void roomAgain(PersonId person) {
    sql.sql("delete from network.full_until where person_id = :person")
        .param("person", person)
        .update();
  }

  public Optional<Instant> until(PersonId person, Instant now) {
    return sql.sql(
            "select until_at from network.full_until where person_id = :person and until_at > :now")
        .param("person", person)
        .param("now", now)
        .query(Instant.class)
        .optional();
  }
}
