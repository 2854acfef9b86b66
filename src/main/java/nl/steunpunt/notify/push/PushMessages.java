package nl.steunpunt.notify.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.steunpunt.platform.time.Backoff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The messages that wait, shared by the nodes. */
@Repository
class PushMessages {
  /** Of several conversations at once. */
  static final String NEWS = "news";

  /** Asked for, to see whether it works. */
  static final String TEST = "test";

  /**
   * Longer than a push service can keep us. A lease and not an open transaction: that would hold up
   * everyone's live events for as long.
   */
  static final Duration LEASE = Duration.ofMinutes(1);

  /** A notice of this morning is no news tonight. */
  static final Duration NEWS_FOR = Duration.ofHours(12);

  private final JdbcClient sql;
  private final Clock clock;

  PushMessages(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** One per browser and conversation: what waits there of the same is replaced. */
  void add(
      PushBrowserId browser,
      String conversation,
      String title,
      String body,
      String path,
      Instant until) {
    var now = clock.instant();
    var stale = now.plus(NEWS_FOR);
    sql.sql(
            """
            insert into notify.push_message
              (browser_id, conversation, title, body, path, created_at, due_at, expires_at)
            values (:browser, :conversation, :title, :body, :path, :now, :now, :until)
            on conflict (browser_id, conversation) do update
               set title = excluded.title, body = excluded.body, path = excluded.path,
                   created_at = excluded.created_at, due_at = excluded.due_at,
                   expires_at = excluded.expires_at, attempts = 0
            """)
        .param("browser", browser)
        .param("conversation", conversation)
        .param("title", title)
        .param("body", body)
        .param("path", path)
        .param("now", now)
        .param("until", until.isBefore(stale) ? until : stale)
        .update();
  }

  /** The next that is due, for this node alone until its lease is over. */
  Optional<PushMessage> claim() {
    var now = clock.instant();
    return sql.sql(
            """
            update notify.push_message m set attempts = m.attempts + 1, due_at = :lease
              from notify.push_browser b
             where b.id = m.browser_id
               and m.id = (select o.id from notify.push_message o
                             join notify.push_browser h on h.id = o.browser_id
                            where o.due_at <= :now and h.endpoint is not null and (h.held_until is null or h.held_until <= :now)
                            order by o.due_at, o.id limit 1 for update of o skip locked)
            returning m.id, m.browser_id, m.conversation, m.title, m.body, m.path, m.created_at, m.expires_at, m.attempts,
                      exists (select from people.pub_sign_in s where s.id = b.sign_in_id and s.until_at > :now)
                      and (m.conversation = 'test'
                           or exists (select from notify.pending p
                                       where p.person_id = b.person_id and p.way = 'push' and p.told_at is not null
                                         and m.conversation in (p.conversation, 'news'))) as wanted,
                      b.endpoint, b.point, b.secret
            """)
        .param("lease", now.plus(LEASE))
        .param("now", now)
        .query(PushMessage.class)
        .optional();
  }

  /** Not what took its place while it was sent. */
  void remove(PushMessage message) {
    sql.sql("delete from notify.push_message where id = :id and created_at = :created")
        .param("id", message.id())
        .param("created", message.createdAt())
        .update();
  }

  /**
   * It would come too late, and no push service took it. Unless another browser of theirs was told
   * meanwhile, it is owed anew, and comes when they may be told again.
   *
   * @param at before which there is no use in trying
   */
  @Transactional
  public void tooLate(PushMessage message, Instant at) {
    remove(message);
    sql.sql(
            """
            update notify.pending p set told_at = null, due_at = :at
              from notify.push_browser b
             where b.id = :browser and p.person_id = b.person_id and p.way = 'push' and p.told_at is not null
               and :conversation in (p.conversation, 'news')
               and not exists (select from notify.push_browser o
                                where o.person_id = b.person_id
                                  and (o.received_at >= p.told_at
                                       or exists (select from notify.push_message m
                                                   where m.browser_id = o.id and m.conversation in (p.conversation, 'news'))))
            """)
        .param("at", at)
        .param("browser", message.browserId())
        .param("conversation", message.conversation())
        .update();
  }

  /**
   * @param earliest before which the push service asked to be left alone
   */
  void again(PushMessage message, Instant earliest) {
    var own = clock.instant().plus(Backoff.pause(message.attempts()));
    var at = own.isBefore(earliest) ? earliest : own;
    if (!at.isBefore(message.expiresAt())) {
      tooLate(message, at);
      return;
    }
    sql.sql("update notify.push_message set due_at = :at where id = :id and created_at = :created")
        .param("at", at)
        .param("id", message.id())
        .param("created", message.createdAt())
        .update();
  }

  long waiting() {
    return sql.sql("select count(*) from notify.push_message").query(Long.class).single();
  }
}
