package nl.steunpunt.platform.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.platform.db.ScreenSql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class WebhookScreens {
  private static final int PER_PAGE = 25;

  private final JdbcClient sql;
  private final ScreenSql screens;

  WebhookScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  /**
   * @param shown as much of the address as may be seen
   * @param gone the other side said that it is no more
   * @param refusing it answers, and takes none of the messages
   */
  public record Row(
      long id,
      String name,
      String shown,
      List<String> events,
      boolean withPeople,
      boolean active,
      boolean gone,
      @Nullable Instant oldSecretUntil,
      @Nullable Instant deliveredAt,
      @Nullable Instant failingSince,
      boolean refusing,
      Instant tryAt,
      long waiting) {}

  /**
   * @param trouble key of a sentence
   * @param status of the last answer; null: there was none
   */
  public record Delivery(
      long id,
      UUID eventId,
      String kind,
      String subject,
      Instant at,
      String state,
      int attempts,
      Instant nextAt,
      @Nullable Instant lastAt,
      @Nullable Integer status,
      @Nullable String trouble,
      @Nullable String detail) {

    public boolean isWaiting() {
      return state.equals("waiting");
    }

    public boolean isDelivered() {
      return state.equals("delivered");
    }

    public boolean wasTried() {
      return attempts > 0;
    }
  }

  /**
   * @param next give this as {@code after} for older ones; null at the end
   */
  public record One(Row webhook, List<Delivery> deliveries, @Nullable Long next) {}

  private static final String ROW =
      """
      w.id, w.name, w.shown, w.events, w.with_people, w.active, w.gone, w.old_secret_until, w.delivered_at, w.failing_since,
      w.failing_since is not null and w.failures = 0 as refusing, w.try_at,
      (select count(*) from platform.webhook_delivery d where d.webhook_id = w.id and d.state = 'waiting') as waiting
      """;

  List<Row> all() {
    return sql.sql("select " + ROW + " from platform.webhook w order by w.name, w.id limit 200")
        .query(Row.class)
        .list();
  }

  Optional<One> one(WebhookId id, @Nullable Long after) {
    return one(id, after, PER_PAGE);
  }

  Optional<One> one(WebhookId id, @Nullable Long after, int most) {
    return screens
        .one(
            sql.sql(
                    """
                    select to_json(screen) from (
                      select to_json(r) as webhook, null as next,
                             (select coalesce(json_agg(d order by d.id desc), '[]') from (
                               select d.id, d.event_id, e.kind, e.subject, e.at, d.state, d.attempts, d.next_at, d.last_at,
                                      d.status, d.trouble, d.detail
                                 from platform.webhook_delivery d join platform.webhook_event e on e.id = d.event_id
                                where d.webhook_id = r.id and (:after::bigint is null or d.id < :after)
                                order by d.id desc limit :most) d) as deliveries
                        from (select
                    """
                        + ROW
                        + " from platform.webhook w where w.id = :id) r) screen")
                .param("id", id)
                .param("after", after)
                .param("most", most + 1),
            One.class)
        .map(one -> cut(one, most));
  }

  private static One cut(One one, int most) {
    if (one.deliveries.size() <= most) {
      return one;
    }
    var shown = one.deliveries.subList(0, most);
    return new One(one.webhook, shown, shown.getLast().id());
  }
}
