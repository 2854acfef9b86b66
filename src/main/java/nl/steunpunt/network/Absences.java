package nl.steunpunt.network;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is away, from when until when. Why is nobody's business: there is no field for it. */
@Component
public class Absences {

  public record Absence(PersonId personId, Instant fromAt, Instant untilAt) {}

  private final JdbcClient sql;

  Absences(JdbcClient sql) {
    this.sql = sql;
  }

  /** In place of what this person planned earlier for any part of the same time. */
  @Transactional
  public void plan(PersonId person, Instant from, Instant until) {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("Away from " + from + " until " + until);
    }
    sql.sql(
            """
            delete from network.absence
             where person_id = :person and from_at < :until and until_at > :from
            """)
        .param("person", person)
        .param("from", from)
        .param("until", until)
        .update();
    sql.sql(
            """
            insert into network.absence (person_id, from_at, until_at)
            values (:person, :from, :until)
            """)
        .param("person", person)
        .param("from", from)
        .param("until", until)
        .update();
  }

  /** Back earlier than planned: ends what has begun; what is planned for later stays. */
  @Transactional
  public void back(PersonId person, Instant now) {
    cancel(person, now);
    sql.sql(
            """
            update network.absence set until_at = :now
             where person_id = :person and from_at < :now and until_at > :now
            """)
        .param("person", person)
        .param("now", now)
        .update();
  }

  public void cancel(PersonId person, Instant from) {
    sql.sql("delete from network.absence where person_id = :person and from_at = :from")
        .param("person", person)
        .param("from", from)
        .update();
  }

  public boolean isAbsent(PersonId person, Instant at) {
    return sql.sql(
            """
            select exists (select from network.absence
                            where person_id = :person and from_at <= :at and until_at > :at)
            """)
        .param("person", person)
        .param("at", at)
        .query(Boolean.class)
        .single();
  }

  /** The present one and those to come, the earliest first. */
  public List<Absence> ahead(PersonId person, Instant now) {
    return sql.sql(
            """
            select person_id, from_at, until_at from network.absence
             where person_id = :person and until_at > :now order by from_at
            """)
        .param("person", person)
        .param("now", now)
        .query(Absence.class)
        .list();
  }
}
