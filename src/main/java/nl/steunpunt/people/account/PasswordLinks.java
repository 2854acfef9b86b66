package nl.steunpunt.people.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links that let somebody set a password: single use, and only their hash is kept. */
@Repository
class PasswordLinks {
  private final JdbcClient sql;
  private final Clock clock;

  PasswordLinks(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  enum Purpose {
    INVITATION(Duration.ofDays(14)),
    RESET(Duration.ofHours(2)),
    SET_UP(Duration.ofDays(7));

    final Duration lasts;

    Purpose(Duration lasts) {
      this.lasts = lasts;
    }
  }

  /** Returns the secret in the link, once. */
  String make(@Nullable PersonId person, Purpose purpose) {
    var secret = Secrets.fresh();
    var now = clock.instant();
    sql.sql(
            """
            insert into people.password_link (secret_hash, person_id, purpose, created_at, expires_at)
            values (:hash, :person::bigint, :purpose, :now, :until)
            """)
        .param("hash", Secrets.hash(secret))
        .param("person", person)
        .param("purpose", purpose)
        .param("now", now)
        .param("until", now.plus(purpose.lasts))
        .update();
    return secret;
  }

  /** Whose password this link may set. Looking spends nothing: mail scanners open links. */
  Optional<PersonId> owner(String secret) {
    return sql.sql(
            """
            select l.person_id from people.password_link l join people.person p on p.id = l.person_id
             where l.secret_hash = :hash and l.used_at is null and l.expires_at > :now and p.active
            """)
        .param("hash", Secrets.hash(secret))
        .param("now", clock.instant())
        .query(PersonId.class)
        .optional();
  }

  /** Only one of two who send the form at the same time gets true. Their other links go with it. */
  boolean spend(String secret, PersonId person) {
    var now = clock.instant();
    var spent =
        sql.sql(
                """
                update people.password_link set used_at = :now
                 where secret_hash = :hash and person_id = :person and used_at is null and expires_at > :now
                """)
            .param("hash", Secrets.hash(secret))
            .param("person", person)
            .param("now", now)
            .update();
    if (spent == 1) {
      sql.sql(
              "update people.password_link set used_at = :now where person_id = :person and used_at is null")
          .param("person", person)
          .param("now", now)
          .update();
    }
    return spent == 1;
  }

  boolean isSetUp(String secret) {
    return sql.sql(
            """
            select exists (select from people.password_link
             where secret_hash = :hash and purpose = 'set_up' and used_at is null and expires_at > :now)
            """)
        .param("hash", Secrets.hash(secret))
        .param("now", clock.instant())
        .query(Boolean.class)
        .single();
  }

  /** There is an administrator now: whoever else has such a link comes too late. */
  void spendSetUps() {
    sql.sql(
            "update people.password_link set used_at = :now where purpose = 'set_up' and used_at is null")
        .param("now", clock.instant())
        .update();
  }
}
