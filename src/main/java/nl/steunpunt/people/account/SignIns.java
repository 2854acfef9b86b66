package nl.steunpunt.people.account;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.SignInsEnded;
import nl.steunpunt.platform.live.SignInsOver;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who is signed in where. Rows, so that they are listed, revoked, shared by nodes, and survive a
 * restart.
 */
@Repository
class SignIns implements SignInsOver {
  private final JdbcClient sql;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  SignIns(JdbcClient sql, ApplicationEventPublisher facts, Clock clock) {
    this.sql = sql;
    this.facts = facts;
    this.clock = clock;
  }

  enum Kind {
    BROWSER,
    TOKEN
  }

  /** Returns the secret to give to the browser or client, once; only its hash is kept. */
  String start(PersonId person, Kind kind, String label, Duration lasts) {
    var secret = Secrets.fresh();
    var now = clock.instant();
    sql.sql(
            """
            insert into people.sign_in (secret_hash, person_id, kind, label, created_at, expires_at)
            values (:hash, :person, :kind, :label, :now, :until)
            """)
        .param("hash", Secrets.hash(secret))
        .param("person", person)
        .param("kind", kind)
        .param("label", label)
        .param("now", now)
        .param("until", now.plus(lasts))
        .update();
    return secret;
  }

  Optional<Me> find(String secret, Kind kind) {
    return sql.sql(
            """
            select p.id, p.name, p.email, coalesce(p.chosen_language, p.language) as language, p.roles, s.id as sign_in_id
              from people.sign_in s
              join people.person p on p.id = s.person_id
             where s.secret_hash = :hash and s.kind = :kind
               and s.revoked_at is null and s.expires_at > :now and p.active
            """)
        .param("hash", Secrets.hash(secret))
        .param("kind", kind)
        .param("now", clock.instant())
        .query(Me.class)
        .optional();
  }

  void revoke(PersonId person, long signIn) {
    sql.sql(
            "update people.sign_in set revoked_at = :now where id = :id and person_id = :person and revoked_at is null")
        .param("now", clock.instant())
        .param("id", signIn)
        .param("person", person)
        .update();
    facts.publishEvent(new SignInsEnded(person));
  }

  /** Every browser but this one. Tokens stay: they are listed beside it, each with its own end. */
  void revokeOtherBrowsers(PersonId person, long keep) {
    revoke(person, keep, false);
  }

  /**
   * Browsers and tokens, all but this one; 0 for all of them. Whoever had the password may have
   * made a token with it, which would outlive the new one by a year.
   */
  void revokeOthers(PersonId person, long keep) {
    revoke(person, keep, true);
  }

  private void revoke(PersonId person, long keep, boolean tokensToo) {
    sql.sql(
            """
            update people.sign_in set revoked_at = :now
             where person_id = :person and (kind = 'browser' or :tokens) and id <> :keep and revoked_at is null
            """)
        .param("now", clock.instant())
        .param("person", person)
        .param("tokens", tokensToo)
        .param("keep", keep)
        .update();
    facts.publishEvent(new SignInsEnded(person));
  }

  @Override
  public Set<Long> over(Set<Long> signIns) {
    return sql.sql(
            """
            select o.id from unnest(:some::bigint[]) o (id)
             where not exists (select from people.sign_in s join people.person p on p.id = s.person_id
                                where s.id = o.id and s.revoked_at is null and s.expires_at > :now and p.active)
            """)
        .param("some", signIns.toArray(Long[]::new))
        .param("now", clock.instant())
        .query(Long.class)
        .set();
  }

  /** Where this person is signed in, or which tokens they gave out: newest first. */
  List<SignIn> of(PersonId person, Kind kind) {
    return sql.sql(
            """
            select id, label, created_at, expires_at from people.sign_in
             where person_id = :person and kind = :kind and revoked_at is null and expires_at > :now
             order by created_at desc, id desc
            """)
        .param("person", person)
        .param("kind", kind)
        .param("now", clock.instant())
        .query(SignIn.class)
        .list();
  }
}
