package nl.steunpunt.platform.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What each webhook is owed, and what became of it. */
@Repository
class Deliveries {
  /** What nobody took for so long is sent no more by itself. */
  static final Duration GIVEN_UP = Duration.ofDays(3);

  /** In one turn, so that a lease is never too short. */
  private static final int MOST_IN_A_TURN = 20;

  /** Of those that were not taken again and again: the others must have a turn too. */
  private static final int DOUBTED_IN_A_TURN = 5;

  /**
   * @param attempts so far
   * @param id the number under which a receiver knows it, also when it is sent again
   */
  record Owed(
      long delivery,
      int attempts,
      UUID id,
      String kind,
      String subject,
      Instant at,
      String data,
      String people) {}

  private final Webhooks webhooks;
  private final JdbcClient sql;
  private final Clock clock;

  Deliveries(Webhooks webhooks, JdbcClient sql, Clock clock) {
    this.webhooks = webhooks;
    this.sql = sql;
    this.clock = clock;
  }

  List<Owed> owed(WebhookId id) {
    return sql.sql(
            """
            select d.id as delivery, d.attempts, e.id, e.kind, e.subject, e.at, e.data::text, e.people::text
              from platform.webhook_delivery d join platform.webhook_event e on e.id = d.event_id
             where d.webhook_id = :id and d.state = 'waiting' and d.next_at <= :now
               and d.id in (
                 (select d.id from platform.webhook_delivery d join platform.webhook_event e on e.id = d.event_id
                   where d.webhook_id = :id and d.state = 'waiting' and d.next_at <= :now and d.attempts >= :doubtedAfter
                   order by e.seq, d.id limit :doubted)
                 union all
                 (select d.id from platform.webhook_delivery d join platform.webhook_event e on e.id = d.event_id
                   where d.webhook_id = :id and d.state = 'waiting' and d.next_at <= :now and d.attempts < :doubtedAfter
                   order by e.seq, d.id limit :others))
             order by e.seq, d.id
            """)
        .param("id", id)
        .param("now", clock.instant())
        .param("doubtedAfter", WebhookDelivering.DOUBTED_AFTER)
        .param("doubted", DOUBTED_IN_A_TURN)
        .param("others", MOST_IN_A_TURN - DOUBTED_IN_A_TURN)
        .query(Owed.class)
        .list();
  }

  @Transactional
  public void delivered(WebhookId id, long delivery, int status) {
    sql.sql(
            """
            update platform.webhook_delivery
               set state = 'delivered', attempts = attempts + 1, last_at = :now, status = :status, trouble = null, detail = null
             where id = :delivery
            """)
        .param("delivery", delivery)
        .param("status", status)
        .param("now", clock.instant())
        .update();
    webhooks.arrived(id);
  }

  /** Only this message was refused: it comes again later, the others go on. */
  @Transactional
  public void refused(WebhookId id, long delivery, Instant happenedAt, WebhookTrouble trouble) {
    var now = clock.instant();
    webhooks.refusedOne(id);
    sql.sql(
            """
            update platform.webhook_delivery
               set attempts = attempts + 1, last_at = :now, status = :status, trouble = :trouble, detail = :detail,
                   state = case when :old::boolean then 'failed' else 'waiting' end,
                   next_at = :now::timestamptz + least(interval '30 seconds' * power(2, least(attempts, 10)), interval '1 hour')
             where id = :delivery
            """)
        .param("delivery", delivery)
        .param("now", now)
        .param("status", trouble.status())
        .param("trouble", trouble.key())
        .param("detail", trouble.detail())
        .param("old", happenedAt.isBefore(now.minus(GIVEN_UP)))
        .update();
  }

  /**
   * It could not be reached: all it is owed waits, longer each time, and what is too old is given
   * up.
   *
   * @param until it asked to be left alone until then; null: it did not
   */
  @Transactional
  public void failed(WebhookId id, long delivery, WebhookTrouble trouble, @Nullable Instant until) {
    tried(delivery, trouble, webhooks.paused(id, until));
    giveUpOld(id, trouble);
  }

  /** The same after a turn in which it took none of those that it may have something against. */
  @Transactional
  public void tookNone(WebhookId id, WebhookTrouble trouble) {
    webhooks.paused(id, null);
    giveUpOld(id, trouble);
  }

  /** So often that it may be this one that is not taken: the next of the turn will tell. */
  void doubted(long delivery, WebhookTrouble trouble) {
    tried(delivery, trouble, null);
  }

  /** Others are taken, so the receiver is well: listed, and sent no more by itself. */
  void giveUp(long delivery) {
    sql.sql("update platform.webhook_delivery set state = 'failed' where id = :delivery")
        .param("delivery", delivery)
        .update();
  }

  /**
   * @param next null: when its webhook has its turn
   */
  private void tried(long delivery, WebhookTrouble trouble, @Nullable Instant next) {
    sql.sql(
            """
            update platform.webhook_delivery
               set attempts = attempts + 1, last_at = :now, status = :status, trouble = :trouble, detail = :detail,
                   next_at = coalesce(:next::timestamptz, next_at)
             where id = :delivery
            """)
        .param("delivery", delivery)
        .param("now", clock.instant())
        .param("status", trouble.status())
        .param("trouble", trouble.key())
        .param("detail", trouble.detail())
        .param("next", next)
        .update();
  }

  private void giveUpOld(WebhookId id, WebhookTrouble trouble) {
    sql.sql(
            """
            update platform.webhook_delivery d set state = 'failed', trouble = coalesce(d.trouble, :trouble)
              from platform.webhook_event e
             where e.id = d.event_id and d.webhook_id = :id and d.state = 'waiting' and e.at < :old and d.attempts > 0
            """)
        .param("id", id)
        .param("trouble", trouble.key())
        .param("old", clock.instant().minus(GIVEN_UP))
        .update();
  }

  /** Once more, under the number it had. False: it is not one of this webhook's. */
  boolean resend(WebhookId id, long delivery) {
    return sql.sql(
                """
                insert into platform.webhook_delivery (webhook_id, event_id, state, next_at)
                select webhook_id, event_id, 'waiting', :now from platform.webhook_delivery
                 where id = :delivery and webhook_id = :id
                """)
            .param("id", id)
            .param("delivery", delivery)
            .param("now", clock.instant())
            .update()
        == 1;
  }

  /** All that happened since, of what it hears; what waits anyway is not doubled. */
  int replay(WebhookId id, Instant since) {
    return sql.sql(
            """
            insert into platform.webhook_delivery (webhook_id, event_id, state, next_at)
            select w.id, e.id, 'waiting', :now
              from platform.webhook w
              join platform.webhook_event e on e.at >= :since and e.kind = any(w.events)
             where w.id = :id
               and not exists (select from platform.webhook_delivery d
                                where d.webhook_id = w.id and d.event_id = e.id and d.state = 'waiting')
             order by e.seq
            """)
        .param("id", id)
        .param("since", since)
        .param("now", clock.instant())
        .update();
  }

  long waiting() {
    return sql.sql("select count(*) from platform.webhook_delivery where state = 'waiting'")
        .query(Long.class)
        .single();
  }
}
