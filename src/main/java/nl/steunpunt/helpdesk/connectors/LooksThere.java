package nl.steunpunt.helpdesk.connectors;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which tickets are looked at in another system, and when. */
@Repository
class LooksThere {
  /** Also when nothing says that it changed, it is looked at now and then: nothing stays lost. */
  private static final Duration ANYWAY = Duration.ofHours(6);

  private static final Duration SOON = Duration.ofMinutes(5);

  /** What was numbered before something that we saw is to be seen by then. */
  private static final Duration LATE = Duration.ofMinutes(15);

  /**
   * @param readAfter entries up to this one were heard so long ago that none before it is still to
   *     come
   */
  record Due(long id, String theirId, long readAfter) {}

  private final JdbcClient sql;
  private final Clock clock;

  LooksThere(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  List<Due> toLookAt(ConnectionId connection, int most) {
    return sql.sql(
            """
            select t.id, t.their_id,
                   coalesce((select max(h.entry) from helpdesk.heard h
                              where h.ticket_id = t.id and h.heard_at < :settled), 0) as read_after
              from helpdesk.linked_ticket t
             where t.connection_id = :connection and t.their_id is not null and t.look_at <= :now
             order by t.look_at, t.id limit :most
            """)
        .param("connection", connection)
        .param("now", clock.instant())
        .param("settled", clock.instant().minus(LATE))
        .param("most", most)
        .query(Due.class)
        .list();
  }

  /**
   * @param open what is closed on both sides is looked at when something says that it changed
   */
  void lookedAt(long ticket, String theirStatus, boolean open) {
    sql.sql(
            """
            update helpdesk.linked_ticket set their_status = :status, look_at = :next where id = :id
            """)
        .param("id", ticket)
        .param("status", theirStatus)
        .param("next", open ? clock.instant().plus(ANYWAY) : null)
        .update();
  }

  /** It is not what it was there any more; not again before long. */
  void lookLater(long ticket) {
    lookIn(ticket, ANYWAY);
  }

  /** They could not say it now. */
  void lookSoon(long ticket) {
    lookIn(ticket, SOON);
  }

  private void lookIn(long ticket, Duration pause) {
    sql.sql("update helpdesk.linked_ticket set look_at = :next where id = :id")
        .param("id", ticket)
        .param("next", clock.instant().plus(pause))
        .update();
  }

  void lookAt(ConnectionId connection, Collection<String> theirIds) {
    if (theirIds.isEmpty()) {
      return;
    }
    sql.sql(
            """
            update helpdesk.linked_ticket set look_at = :now
             where connection_id = :connection and their_id in (:theirs)
            """)
        .param("connection", connection)
        .param("theirs", theirIds)
        .param("now", clock.instant())
        .update();
  }

  void lookAtEachOpen(ConnectionId connection) {
    sql.sql(
            """
            update helpdesk.linked_ticket set look_at = :now
             where connection_id = :connection and their_id is not null and look_at > :now
            """)
        .param("connection", connection)
        .param("now", clock.instant())
        .update();
  }
}
