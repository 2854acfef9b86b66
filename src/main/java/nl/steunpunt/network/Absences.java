package nl.steunpunt.network;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is away, from when until when. Why is nobody's business: there is no field for it. */
@Component
public class Absences {

  public record Absence(PersonId personId, Instant fromAt, Instant untilAt) {}

  private record Joined(@Nullable Instant fromAt, @Nullable Instant untilAt) {}

  private final JdbcClient sql;
  private final ApplicationEventPublisher facts;

  Absences(JdbcClient sql, ApplicationEventPublisher facts) {
    this.sql = sql;
    this.facts = facts;
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
    facts.publishEvent(new AbsencePlanned(person, from, until));
    facts.publishEvent(new AbsencesChanged(person, from, until));
  }

  /**
   * Adds to what was planned: what it overlaps or touches becomes one absence with it, so that an
   * hour away does not end a holiday.
   */
  @Transactional
  public void add(PersonId person, Instant from, Instant until) {
    var joined =
        sql.sql(
                """
                select min(from_at) as from_at, max(until_at) as until_at from network.absence
                 where person_id = :person and from_at <= :until and until_at >= :from
                """)
            .param("person", person)
            .param("from", from)
            .param("until", until)
            .query(Joined.class)
            .single();
    plan(
        person,
        joined.fromAt == null || joined.fromAt.isAfter(from) ? from : joined.fromAt,
        joined.untilAt == null || joined.untilAt.isBefore(until) ? until : joined.untilAt);
  }

  /** Back earlier than planned: ends what has begun; what is planned for later stays. */
  @Transactional
  public void back(PersonId person, Instant now) {
    cancel(person, now);
    var until =
        sql.sql(
                """
                select until_at from network.absence
                 where person_id = :person and from_at < :now and until_at > :now for update
                """)
            .param("person", person)
            .param("now", now)
            .query(Instant.class)
            .optional();
    sql.sql(
            """
            update network.absence set until_at = :now
             where person_id = :person and from_at < :now and until_at > :now
            """)
        .param("person", person)
        .param("now", now)
        .update();
    until.ifPresent(end -> facts.publishEvent(new AbsencesChanged(person, now, end)));
  }

  @Transactional
  public void cancel(PersonId person, Instant from) {
    sql.sql(
            """
            delete from network.absence where person_id = :person and from_at = :from returning until_at
            """)
        .param("person", person)
        .param("from", from)
        .query(Instant.class)
        .optional()
        .ifPresent(until -> facts.publishEvent(new AbsencesChanged(person, from, until)));
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
