package nl.steunpunt.helpdesk.connectors;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which questions are in another system as well, and how it stands with each. */
@Repository
class LinkedTickets {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Without what looks like something else. */
  private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int MARKER_LENGTH = 10;
  private static final String MARKER_START = "SP-";

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
}
