package nl.steunpunt.helpdesk.desk;

import java.time.Clock;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.QuestionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the desk notes of a question. The queue itself is the questions that are with the helpdesk;
 * a ticket is made at the desk's first act, so nothing handed over can be missing from the queue.
 */
@Repository
class Tickets {
  private final JdbcClient sql;
  private final Clock clock;

  Tickets(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** The first one gets it; a second is told. */
  void take(QuestionId question, PersonId by) {
    var taken =
        sql.sql(
                """
                insert into helpdesk.ticket as t (question_id, came_at, taken_by, taken_at)
                values (:question, :now, :by, :now)
                on conflict (question_id) do update
                   set taken_by = excluded.taken_by, taken_at = excluded.taken_at, closed_at = null
                 where t.taken_by is null or t.taken_by = excluded.taken_by or t.closed_at is not null
                """)
            .param("question", question)
            .param("by", by)
            .param("now", clock.instant())
            .update();
    if (taken == 0) {
      throw Refusal.conflict("desk.refused.taken");
    }
  }

  void release(QuestionId question) {
    sql.sql(
            "update helpdesk.ticket set taken_by = null, taken_at = null where question_id = :question")
        .param("question", question)
        .update();
  }

  void close(QuestionId question, PersonId by, CloseReason reason, boolean couldPowerUser) {
    sql.sql(
            """
            insert into helpdesk.ticket (question_id, came_at, closed_by, closed_at, close_reason, could_power_user)
            values (:question, :now, :by, :now, :reason, :could)
            on conflict (question_id) do update
               set closed_by = excluded.closed_by, closed_at = excluded.closed_at, close_reason = excluded.close_reason,
                   could_power_user = excluded.could_power_user
            """)
        .param("question", question)
        .param("by", by)
        .param("reason", reason)
        .param("could", couldPowerUser)
        .param("now", clock.instant())
        .update();
  }
}
