package nl.steunpunt.notify.push;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.SignInsEnded;
import nl.steunpunt.platform.outgoing.OutgoingAddress;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The browsers that show notices. One belongs to a sign-in, and ends with it. */
@Repository
class PushBrowsers {
  /** More than anybody has; each is sent every notice. */
  static final int MOST = 10;

  private final JdbcClient sql;
  private final Clock clock;

  PushBrowsers(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * The browser of this sign-in. What it was before is replaced: also when a colleague used this
   * browser, or its push service gave it a new address.
   */
  @Transactional
  public void add(Me me, OutgoingAddress endpoint, BrowserKeys keys, String name) {
    sql.sql(
            """
            delete from notify.push_browser
             where endpoint = :endpoint and (person_id <> :person or sign_in_id <> :signIn)
                or person_id = :person and sign_in_id = :signIn and endpoint is distinct from :endpoint
            """)
        .param("endpoint", endpoint.whole())
        .param("person", me.id())
        .param("signIn", me.signInId())
        .update();
    var added =
        sql.sql(
                """
                insert into notify.push_browser (person_id, sign_in_id, endpoint, point, secret, name, created_at)
                select :person, :signIn, :endpoint, :point, :secret, :name, :now
                 where (select count(*) from notify.push_browser b
                         where b.person_id = :person and b.endpoint is not null and b.endpoint <> :endpoint) < :most
                on conflict (endpoint) do update
                   set point = excluded.point, secret = excluded.secret, name = excluded.name,
                       trouble = null, trouble_at = null, held_until = null
                """)
            .param("person", me.id())
            .param("signIn", me.signInId())
            .param("endpoint", endpoint.whole())
            .param("point", keys.point())
            .param("secret", keys.secret())
            .param("name", name)
            .param("now", clock.instant())
            .param("most", MOST)
            .update();
    if (added == 0) {
      throw Refusal.of("notice.push.refused.many", MOST);
    }
  }

  /** Whose sign-in is over has no browser that shows them anything. */
  List<PushBrowser> of(PersonId person) {
    return sql.sql(
            """
            select b.id, b.sign_in_id, b.name, b.created_at, b.received_at, b.trouble, b.trouble_at
              from notify.push_browser b
              join people.pub_sign_in s on s.id = b.sign_in_id and s.until_at > :now
             where b.person_id = :person
             order by b.created_at desc, b.id desc
            """)
        .param("person", person)
        .param("now", clock.instant())
        .query(PushBrowser.class)
        .list();
  }

  /** Those that can be sent to. */
  List<PushBrowserId> live(PersonId person, Instant now) {
    return sql.sql(
            """
            select b.id from notify.push_browser b
              join people.pub_sign_in s on s.id = b.sign_in_id and s.until_at > :now
             where b.person_id = :person and b.endpoint is not null order by b.id
            """)
        .param("person", person)
        .param("now", now)
        .query(PushBrowserId.class)
        .list();
  }

  /**
   * @throws NotFound when it is not theirs
   */
  void remove(PersonId person, PushBrowserId id) {
    var removed =
        sql.sql("delete from notify.push_browser where id = :id and person_id = :person")
            .param("id", id)
            .param("person", person)
            .update();
    if (removed == 0) {
      throw new NotFound();
    }
  }

  /** Who signs out of a browser is not told in it any more. */
  @EventListener
  void on(SignInsEnded ended) {
    sql.sql(
            """
            delete from notify.push_browser b
             where b.person_id = :person
               and not exists (select from people.pub_sign_in s where s.id = b.sign_in_id and s.until_at > :now)
            """)
        .param("person", ended.person())
        .param("now", clock.instant())
        .update();
  }

  /** Of sign-ins whose time was over, and of who left. */
  void forgetEnded() {
    sql.sql(
            """
            delete from notify.push_browser b
             where not exists (select from people.pub_sign_in s where s.id = b.sign_in_id and s.until_at > :now)
            """)
        .param("now", clock.instant())
        .update();
  }

  void received(PushBrowserId id, Instant at) {
    sql.sql(
            """
            update notify.push_browser
               set received_at = :at, trouble = null, trouble_at = null, held_until = null
             where id = :id and endpoint is not null
            """)
        .param("id", id)
        .param("at", at)
        .update();
  }

  /**
   * Counted from when it began, also when the service is busy now and not reached the next time.
   */
  void inTrouble(PushBrowserId id, PushTrouble trouble, Instant at) {
    sql.sql(
            """
            update notify.push_browser
               set trouble_at = case when trouble = :trouble or :passing and trouble in ('busy', 'unreachable') then trouble_at
                                     else :at end,
                   trouble = :trouble
             where id = :id and endpoint is not null
            """)
        .param("id", id)
        .param("trouble", trouble)
        .param("passing", trouble.isPassing())
        .param("at", at)
        .update();
  }

  /** They were given a key that is ours no more. */
  void mustBeAllowedAgain(Instant at) {
    sql.sql(
            """
            update notify.push_browser set trouble = 'refused', trouble_at = :at where endpoint is not null
            """)
        .param("at", at)
        .update();
  }

  void hold(PushBrowserId id, Instant until) {
    sql.sql("update notify.push_browser set held_until = :until where id = :id")
        .param("id", id)
        .param("until", until)
        .update();
  }

  /** What was a way to reach it goes at once; that it was there, its owner reads. */
  void gone(PushBrowserId id, Instant at) {
    sql.sql(
            """
            update notify.push_browser
               set endpoint = null, point = null, secret = null, trouble = 'gone', trouble_at = :at
             where id = :id
            """)
        .param("id", id)
        .param("at", at)
        .update();
    sql.sql("delete from notify.push_message where browser_id = :id").param("id", id).update();
  }
}
