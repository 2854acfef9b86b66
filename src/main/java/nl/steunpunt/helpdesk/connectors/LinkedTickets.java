package nl.steunpunt.helpdesk.connectors;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which questions are in another system as well, and how far each side has heard the other. */
@Repository
class LinkedTickets {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Without what looks like something else. */
  private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int MARKER_LENGTH = 10;
  private static final String MARKER_START = "SP-";

  /** Also when nothing says that it changed, it is looked at now and then: nothing stays lost. */
  private static final Duration ANYWAY = Duration.ofHours(6);

  private static final Duration SOON = Duration.ofMinutes(5);

  /** What was numbered before something that we saw is to be seen by then. */
  private static final Duration LATE = Duration.ofMinutes(15);

  /**
   * Where a question stands here, and there.
   *
   * @param status of the question
   * @param outcome of the question
   * @param connection where it is or should be; null: nowhere
   * @param ticket null: it is not linked yet
   * @param made whether it is there already
   */
  record Standing(
      String status,
      String outcome,
      @Nullable ConnectionId connection,
      boolean active,
      @Nullable Long ticket,
      boolean made,
      @Nullable String wanted,
      long toldMessage) {}

  record Linked(
      long id,
      QuestionId questionId,
      String marker,
      @Nullable String theirId,
      @Nullable String theirStatus,
      String wanted) {}

  record Made(String marker, String theirId) {}

  /**
   * @param readAfter entries up to this one were heard so long ago that none before it is still to
   *     come
   */
  record Due(long id, String theirId, long readAfter) {}

  private final JdbcClient sql;
  private final Clock clock;

  LinkedTickets(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Optional<Standing> standing(QuestionId question) {
    return sql.sql(
            """
            select q.status, q.outcome, c.id as connection, coalesce(c.active, false) as active, t.id as ticket,
                   t.their_id is not null as made, t.wanted, coalesce(t.told_message, 0) as told_message
              from support.pub_question q
              left join helpdesk.linked_ticket t on t.question_id = q.id
              left join helpdesk.connection c
                on c.id = coalesce(t.connection_id,
                                   (select min(x.id) from helpdesk.connection x
                                     where x.active and (x.systems = '{}' or q.system_id = any (x.systems))))
             where q.id = :question
            """)
        .param("question", question)
        .query(Standing.class)
        .optional();
  }

  /** Questions that are at the desk now and should be at this connection as well. */
  List<QuestionId> missing(ConnectionId connection) {
    return sql.sql(
            """
            select q.id from support.pub_question q, helpdesk.connection c
             where c.id = :connection and q.status = 'with_helpdesk'
               and (c.systems = '{}' or q.system_id = any (c.systems))
               and not exists (select from helpdesk.linked_ticket t where t.question_id = q.id)
             order by q.id
            """)
        .param("connection", connection)
        .query(QuestionId.class)
        .list();
  }

  /**
   * @param told the newest message there is
   */
  long link(ConnectionId connection, QuestionId question, long told) {
    return sql.sql(
            """
            insert into helpdesk.linked_ticket (connection_id, question_id, marker, told_message, linked_at)
            values (:connection, :question, :marker, :told, :now) returning id
            """)
        .param("connection", connection)
        .param("question", question)
        .param("marker", marker())
        .param("told", told)
        .param("now", clock.instant())
        .query(Long.class)
        .single();
  }

  private static String marker() {
    var marker = new StringBuilder(MARKER_START);
    for (int i = 0; i < MARKER_LENGTH; i++) {
      marker.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return marker.toString();
  }

  void unlink(long ticket) {
    sql.sql("delete from helpdesk.linked_ticket where id = :id").param("id", ticket).update();
  }

  void forget(List<Long> questions) {
    sql.sql("delete from helpdesk.linked_ticket where question_id in (:questions)")
        .param("questions", questions)
        .update();
  }

  void toldUpTo(long ticket, long message) {
    sql.sql(
            "update helpdesk.linked_ticket set told_message = greatest(told_message, :message) where id = :id")
        .param("id", ticket)
        .param("message", message)
        .update();
  }

  void wants(long ticket, String wanted) {
    sql.sql("update helpdesk.linked_ticket set wanted = :wanted where id = :id")
        .param("id", ticket)
        .param("wanted", wanted)
        .update();
  }

  void made(long ticket, String theirId) {
    sql.sql(
            "update helpdesk.linked_ticket set their_id = :their, look_at = :now where id = :id and their_id is null")
        .param("id", ticket)
        .param("their", theirId)
        .param("now", clock.instant())
        .update();
  }

  void overruled(long ticket) {
    sql.sql("update helpdesk.linked_ticket set overruled_at = :now where id = :id")
        .param("id", ticket)
        .param("now", clock.instant())
        .update();
  }

  Optional<QuestionId> questionOf(long ticket) {
    return sql.sql("select question_id from helpdesk.linked_ticket where id = :id")
        .param("id", ticket)
        .query(QuestionId.class)
        .optional();
  }

  /** Of those that are there the last that were made. */
  List<Made> latestMade(ConnectionId connection, int most) {
    return sql.sql(
            """
            select marker, their_id from helpdesk.linked_ticket
             where connection_id = :connection and their_id is not null order by id desc limit :most
            """)
        .param("connection", connection)
        .param("most", most)
        .query(Made.class)
        .list();
  }

  /** Locked until the transaction ends. */
  Optional<Linked> locked(long ticket) {
    return sql.sql(
            """
            select id, question_id, marker, their_id, their_status, wanted
              from helpdesk.linked_ticket where id = :id for update
            """)
        .param("id", ticket)
        .query(Linked.class)
        .optional();
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

  /**
   * @param entry their number of it; null: their status said it
   * @return false when it was heard before
   */
  boolean hears(long ticket, UUID clientId, @Nullable Long entry) {
    return sql.sql(
                """
                insert into helpdesk.heard (ticket_id, client_id, entry, heard_at)
                values (:ticket, :client, :entry, :now)
                on conflict do nothing
                """)
            .param("ticket", ticket)
            .param("client", clientId)
            .param("entry", entry)
            .param("now", clock.instant())
            .update()
        == 1;
  }

  /** Before it goes, so that it is known also when nobody is left to note that it went. */
  void tells(long ticket, byte[] words) {
    sql.sql(
            "insert into helpdesk.told (ticket_id, words) values (:ticket, :words) on conflict do nothing")
        .param("ticket", ticket)
        .param("words", words)
        .update();
  }

  boolean told(long ticket, byte[] words) {
    return sql.sql(
            "select exists (select from helpdesk.told where ticket_id = :ticket and words = :words)")
        .param("ticket", ticket)
        .param("words", words)
        .query(Boolean.class)
        .single();
  }

  List<UUID> heard(long ticket) {
    return sql.sql("select client_id from helpdesk.heard where ticket_id = :ticket")
        .param("ticket", ticket)
        .query(UUID.class)
        .list();
  }
}
