package nl.steunpunt.helpdesk.desk;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the desk notes of a question's visit. The queue itself is the questions that are with the
 * helpdesk; a ticket is made as they come, and where there is none (after an import) at the desk's
 * first act, so nothing handed over can be missing from the queue.
 */
@Repository
class Tickets {
  /** How a visit ends that is not closed: no choice on the form. */
  private static final String RETURNED = "returned";

  private final JdbcClient sql;
  private final Clock clock;

  Tickets(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * The first one gets it; a second is told. Who left the desk does not have it any more.
   *
   * @param over from whom it is taken over, which that one need not be there for
   * @return false when this one had it already
   */
  boolean take(QuestionId question, PersonId by, @Nullable PersonId over) {
    var taken =
        sql.sql(
                """
                insert into helpdesk.ticket as t (question_id, came_at, taken_by, taken_at)
                select q.id, q.came_to_desk_at, :by, :now from support.pub_question q where q.id = :question
                on conflict (question_id, came_at) do update
                   set taken_by = excluded.taken_by, taken_at = excluded.taken_at
                 where t.taken_by is null or t.taken_by = :over::bigint
                    or not exists (select from people.pub_person d
                                    where d.id = t.taken_by and d.active and d.roles @> array['helpdesk'])
                """)
            .param("question", question)
            .param("by", by)
            .param("over", over)
            .param("now", clock.instant())
            .update();
    if (taken == 0 && !isWith(question, by)) {
      throw Refusal.conflict("desk.refused.taken");
    }
    return taken == 1;
  }

  private boolean isWith(QuestionId question, PersonId person) {
    return sql.sql(
            """
            select exists (select from helpdesk.ticket t
                             join support.pub_question q on q.id = t.question_id and q.came_to_desk_at = t.came_at
                            where q.id = :question and t.taken_by = :person)
            """)
        .param("question", question)
        .param("person", person)
        .query(Boolean.class)
        .single();
  }

  /** False when this one did not have it. */
  boolean release(QuestionId question, PersonId by) {
    return sql.sql(
                """
                update helpdesk.ticket t set taken_by = null, taken_at = null
                  from support.pub_question q
                 where q.id = t.question_id and q.came_to_desk_at = t.came_at and q.id = :question and t.taken_by = :by
                """)
            .param("question", question)
            .param("by", by)
            .update()
        == 1;
  }

  List<QuestionId> mergedInto(QuestionId question) {
    return sql.sql(
            """
            select k.question_id from helpdesk.ticket k join helpdesk.ticket lead on lead.id = k.merged_into and lead.open
             where lead.question_id = :question and k.open order by 1
            """)
        .param("question", question)
        .query(QuestionId.class)
        .list();
  }

  /** Who left the desk does not have it any more. */
  List<QuestionId> takenByOthers(PersonId me, Collection<QuestionId> questions) {
    return sql.sql(
            """
            select k.question_id from helpdesk.ticket k
              join people.pub_person d on d.id = k.taken_by and d.active and d.roles @> array['helpdesk']
             where k.open and k.question_id = any (:questions::bigint[]) and k.taken_by <> :me
            """)
        .param("questions", questions.stream().map(QuestionId::value).toArray(Long[]::new))
        .param("me", me)
        .query(QuestionId.class)
        .list();
  }

  void requireTopic(Closing closing) {
    if (closing.topic() != null && !isTopic(closing.topic())) {
      throw Refusal.of("desk.refused.topic").at("topic");
    }
  }

  /** A topic of another system than the question's says nothing of it. */
  void close(QuestionId question, PersonId by, Closing closing) {
    end(question, by, closing.reason().word(), closing.couldPowerUser(), closing.topic());
  }

  /**
   * Of a visit of which nobody said how it ended.
   *
   * @return false: it was said, or it goes on
   */
  boolean noteHowItEnded(QuestionId question, PersonId by, Closing closing) {
    return sql.sql(
                """
                update helpdesk.ticket k
                   set closed_by = :by, closed_at = :now, close_reason = :reason, could_power_user = :could,
                       topic_id = (select t.id from support.pub_topic t where t.id = :topic::bigint and t.system_id = q.system_id)
                  from support.pub_question q
                 where q.id = :question and k.question_id = q.id and k.came_at = q.came_to_desk_at
                   and not k.open and k.close_reason is null
                """)
            .param("question", question)
            .param("by", by)
            .param("reason", closing.reason().word())
            .param("could", closing.couldPowerUser())
            .param("topic", closing.topic())
            .param("now", clock.instant())
            .update()
        > 0;
  }

  private boolean isTopic(long topic) {
    return sql.sql("select exists (select from support.pub_topic where id = :topic)")
        .param("topic", topic)
        .query(Boolean.class)
        .single();
  }

  void giveBack(QuestionId question, PersonId by) {
    end(question, by, RETURNED, null, null);
  }

  private void end(
      QuestionId question,
      PersonId by,
      String reason,
      @Nullable Boolean could,
      @Nullable Long topic) {
    sql.sql(
            """
            insert into helpdesk.ticket (question_id, came_at, closed_by, closed_at, close_reason, could_power_user, topic_id)
            select q.id, q.came_to_desk_at, :by, :now, :reason, :could::boolean,
                   (select t.id from support.pub_topic t where t.id = :topic::bigint and t.system_id = q.system_id)
              from support.pub_question q where q.id = :question
            on conflict (question_id, came_at) do update
               set closed_by = excluded.closed_by, closed_at = excluded.closed_at, close_reason = excluded.close_reason,
                   could_power_user = excluded.could_power_user, topic_id = excluded.topic_id
            """)
        .param("question", question)
        .param("by", by)
        .param("reason", reason)
        .param("could", could)
        .param("topic", topic)
        .param("now", clock.instant())
        .update();
  }
}
