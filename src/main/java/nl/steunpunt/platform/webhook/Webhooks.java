package nl.steunpunt.platform.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.time.Backoff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The webhooks, and how it goes with each: shared by the nodes. */
@Repository
class Webhooks {
  /**
   * So long a webhook is silent when its node dies. A turn may take longer, and renews it before
   * each message.
   */
  static final Duration LEASE = Duration.ofMinutes(2);

  /** How long one may fail before it is anybody's worry. */
  private static final Duration SLOW = Duration.ofMinutes(15);

  /** Of which each may be right, but all together are the receiver. */
  private static final int REFUSED_IN_A_ROW = 5;

  /** As set up. */
  record Webhook(
      WebhookId id,
      String name,
      String sealedAddress,
      String shown,
      List<String> events,
      boolean withPeople,
      String sealedSecret,
      @Nullable String sealedOldSecret,
      @Nullable Instant oldSecretUntil,
      boolean active,
      boolean gone) {}

  private static final String COLUMNS =
      """
      id, name, sealed_address, shown, events, with_people, sealed_secret, sealed_old_secret, old_secret_until, active, gone
      """;

  private final JdbcClient sql;
  private final Clock clock;

  Webhooks(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  WebhookId add(
      String name,
      String sealedAddress,
      String shown,
      List<String> events,
      boolean withPeople,
      String sealedSecret) {
    return sql.sql(
            """
            insert into platform.webhook (name, sealed_address, shown, events, with_people, sealed_secret, try_at, created_at)
            values (:name, :address, :shown, :events::text[], :people, :secret, :now, :now) returning id
            """)
        .param("name", name)
        .param("address", sealedAddress)
        .param("shown", shown)
        .param("events", events.toArray(String[]::new))
        .param("people", withPeople)
        .param("secret", sealedSecret)
        .param("now", clock.instant())
        .query(WebhookId.class)
        .single();
  }

  /** It is tried again at once: what was wrong with it may be put right. */
  void save(
      WebhookId id,
      String name,
      String sealedAddress,
      String shown,
      List<String> events,
      boolean withPeople) {
    sql.sql(
            """
            update platform.webhook
               set name = :name, sealed_address = :address, shown = :shown, events = :events::text[], with_people = :people,
                   try_at = :now
             where id = :id
            """)
        .param("id", id)
        .param("name", name)
        .param("address", sealedAddress)
        .param("shown", shown)
        .param("events", events.toArray(String[]::new))
        .param("people", withPeople)
        .param("now", clock.instant())
        .update();
  }

  void rotate(WebhookId id, String sealedSecret, Instant oldUntil) {
    sql.sql(
            """
            update platform.webhook
               set sealed_old_secret = sealed_secret, old_secret_until = :until, sealed_secret = :secret where id = :id
            """)
        .param("id", id)
        .param("secret", sealedSecret)
        .param("until", oldUntil)
        .update();
  }

  Optional<Webhook> find(WebhookId id) {
    return sql.sql("select " + COLUMNS + " from platform.webhook where id = :id")
        .param("id", id)
        .query(Webhook.class)
        .optional();
  }

  Optional<Webhook> locked(WebhookId id) {
    return sql.sql("select " + COLUMNS + " from platform.webhook where id = :id for no key update")
        .param("id", id)
        .query(Webhook.class)
        .optional();
  }

  /**
   * What one that is off would have been told waits for nobody; it can be told again from a moment.
   */
  void setActive(WebhookId id, boolean active, boolean gone) {
    sql.sql(
            """
            with given_up as (
              update platform.webhook_delivery set state = 'failed' where webhook_id = :id and state = 'waiting' and not :active)
            update platform.webhook
               set active = :active, gone = :gone, try_at = :now, failures = 0, refused = 0, failing_since = null
             where id = :id
            """)
        .param("id", id)
        .param("active", active)
        .param("gone", gone)
        .param("now", clock.instant())
        .update();
  }

  void remove(WebhookId id) {
    sql.sql("delete from platform.webhook where id = :id").param("id", id).update();
  }

  /** The next that is owed something and may be tried, for this node alone until its lease ends. */
  Optional<Webhook> claim() {
    var now = clock.instant();
    return sql.sql(
            """
            update platform.webhook set try_at = :until
             where id = (select w.id from platform.webhook w
                          where w.active and w.try_at <= :now
                            and exists (select from platform.webhook_delivery d
                                         where d.webhook_id = w.id and d.state = 'waiting' and d.next_at <= :now)
                          order by w.try_at, w.id limit 1 for no key update skip locked)
            returning
            """
                + COLUMNS)
        .param("until", now.plus(LEASE))
        .param("now", now)
        .query(Webhook.class)
        .optional();
  }

  /** The turn goes on. Empty when it was switched off or removed meanwhile. */
  Optional<Webhook> renew(WebhookId id) {
    return sql.sql(
            """
            update platform.webhook set try_at = :until where id = :id and active
            returning
            """
                + COLUMNS)
        .param("id", id)
        .param("until", clock.instant().plus(LEASE))
        .query(Webhook.class)
        .optional();
  }

  void arrived(WebhookId id) {
    sql.sql(
            """
            update platform.webhook
               set delivered_at = :now, failures = 0, refused = 0, failing_since = null where id = :id
            """)
        .param("id", id)
        .param("now", clock.instant())
        .update();
  }

  /** The turn is over: others may have it. */
  void release(WebhookId id) {
    sql.sql(
            """
            update platform.webhook set try_at = :now where id = :id and active
            """)
        .param("id", id)
        .param("now", clock.instant())
        .update();
  }

  /** It answers, and did not take one. When it is one after the other, somebody should look. */
  void refusedOne(WebhookId id) {
    sql.sql(
            """
            update platform.webhook
               set refused = refused + 1, failures = 0,
                   failing_since = case when refused + 1 >= :worry then coalesce(failing_since, :now) else failing_since end
             where id = :id
            """)
        .param("id", id)
        .param("worry", REFUSED_IN_A_ROW)
        .param("now", clock.instant())
        .update();
  }

  /**
   * It is left alone, longer each time.
   *
   * @param until it asked for that until then; null: it did not
   * @return until when
   */
  Instant paused(WebhookId id, @Nullable Instant until) {
    var now = clock.instant();
    int failures =
        sql.sql(
                """
                update platform.webhook
                   set failures = failures + 1, failing_since = coalesce(failing_since, :now)
                 where id = :id returning failures
                """)
            .param("id", id)
            .param("now", now)
            .query(Integer.class)
            .optional()
            .orElse(1);
    var next = Backoff.next(now, failures, until);
    sql.sql("update platform.webhook set try_at = :next where id = :id")
        .param("id", id)
        .param("next", next)
        .update();
    return next;
  }

  boolean areInTrouble() {
    return sql.sql(
            """
            select exists (select from platform.webhook where gone or (active and failing_since < :slow))
            """)
        .param("slow", clock.instant().minus(SLOW))
        .query(Boolean.class)
        .single();
  }
}
