package nl.steunpunt.helpdesk.connectors;

import java.time.Clock;
import java.util.Optional;
import nl.steunpunt.platform.time.Backoff;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is still to be told to other systems. Of each ticket only the oldest may go. */
@Repository
class ConnectionLetters {
  /** Half an hour of its own, while the rest goes on. */
  private static final int MOST_FAULTS = 6;

  enum Kind {
    CREATE,
    REMARK,
    STATUS
  }

  /**
   * One that is being sent now.
   *
   * @param tries this one not included: from 1 on it may be there already
   * @param repaired what somebody of the desk wrote instead; null: nothing
   */
  record Letter(
      LetterId id,
      Kind kind,
      long ticketId,
      QuestionId questionId,
      String marker,
      @Nullable String theirId,
      @Nullable String theirStatus,
      @Nullable Long messageId,
      @Nullable String status,
      @Nullable String why,
      @Nullable String repaired,
      int tries,
      int faults) {}

  private final JdbcClient sql;
  private final Clock clock;

  ConnectionLetters(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void create(long ticket) {
    add(ticket, Kind.CREATE, null, null, null);
  }

  void remark(long ticket, long message) {
    add(ticket, Kind.REMARK, message, null, null);
  }

  /**
   * @param status "open" or "closed"
   * @param why a word with a sentence: {@code connector.why.}...
   */
  void status(long ticket, String status, String why) {
    add(ticket, Kind.STATUS, null, status, why);
  }

  private void add(
      long ticket,
      Kind kind,
      @Nullable Long message,
      @Nullable String status,
      @Nullable String why) {
    sql.sql(
            """
            insert into helpdesk.letter (ticket_id, kind, message_id, status, why, due_at)
            values (:ticket, :kind, :message, :status, :why, :now)
            """)
        .param("ticket", ticket)
        .param("kind", kind)
        .param("message", message)
        .param("status", status)
        .param("why", why)
        .param("now", clock.instant())
        .update();
  }

  /**
   * So that nobody begins to make the ticket there.
   *
   * @return false: somebody has begun, and it may be there already
   */
  boolean takeBack(long ticket) {
    return sql.sql(
                "delete from helpdesk.letter where ticket_id = :ticket and kind = 'create' and tries = 0")
            .param("ticket", ticket)
            .update()
        == 1;
  }

  boolean holdsStatus(long ticket) {
    return sql.sql(
            "select exists (select from helpdesk.letter where ticket_id = :ticket and kind = 'status')")
        .param("ticket", ticket)
        .query(Boolean.class)
        .single();
  }

  void dropStatus(long ticket) {
    sql.sql("delete from helpdesk.letter where ticket_id = :ticket and kind = 'status'")
        .param("ticket", ticket)
        .update();
  }

  /** The next that may go there; that it was begun is there for who takes over. */
  Optional<Letter> begin(ConnectionId connection) {
    return sql.sql(
            """
            update helpdesk.letter l set tries = l.tries + 1
              from helpdesk.linked_ticket t
             where t.id = l.ticket_id
               and l.id = (select x.id from helpdesk.letter x
                             join helpdesk.linked_ticket y on y.id = x.ticket_id
                            where y.connection_id = :connection and x.dead_at is null and x.due_at <= :now
                              and not exists (select from helpdesk.letter e
                                               where e.ticket_id = x.ticket_id and e.id < x.id)
                            order by x.id limit 1)
            returning l.id, l.kind, l.ticket_id, t.question_id, t.marker, t.their_id, t.their_status, l.message_id,
                      l.status, l.why, l.repaired, l.tries - 1 as tries, l.faults
            """)
        .param("connection", connection)
        .param("now", clock.instant())
        .query(Letter.class)
        .optional();
  }

  void sent(LetterId letter) {
    sql.sql("delete from helpdesk.letter where id = :id").param("id", letter).update();
  }

  /** They do not take it: it waits for somebody of the desk, and the ticket's others with it. */
  void dead(LetterId letter, Trouble trouble) {
    sql.sql(
            """
            update helpdesk.letter set dead_at = :now, trouble = :trouble, detail = :detail where id = :id
            """)
        .param("id", letter)
        .param("now", clock.instant())
        .param("trouble", trouble.key())
        .param("detail", trouble.detail())
        .update();
  }

  /** They work, but not with this: again a few times, and then it is somebody's worry. */
  void faulty(Letter letter, Trouble trouble) {
    if (letter.faults + 1 >= MOST_FAULTS) {
      dead(letter.id, trouble);
      return;
    }
    sql.sql(
            """
            update helpdesk.letter set faults = faults + 1, due_at = :due, trouble = :trouble, detail = :detail
             where id = :id
            """)
        .param("id", letter.id)
        .param("due", clock.instant().plus(Backoff.pause(letter.faults + 1)))
        .param("trouble", trouble.key())
        .param("detail", trouble.detail())
        .update();
  }

  /**
   * Once more, as it was put right.
   *
   * @return false when it waits no longer
   */
  boolean again(LetterId letter, @Nullable String repaired) {
    return sql.sql(
                """
                update helpdesk.letter
                   set dead_at = null, faults = 0, due_at = :now, trouble = null, detail = null,
                       repaired = coalesce(:repaired, repaired)
                 where id = :id and dead_at is not null
                """)
            .param("id", letter)
            .param("repaired", repaired)
            .param("now", clock.instant())
            .update()
        == 1;
  }

  boolean drop(LetterId letter) {
    return sql.sql("delete from helpdesk.letter where id = :id and dead_at is not null")
            .param("id", letter)
            .update()
        == 1;
  }

  long waiting() {
    return sql.sql("select count(*) from helpdesk.letter").query(Long.class).single();
  }
}
