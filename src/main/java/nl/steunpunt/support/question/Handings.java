package nl.steunpunt.support.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was handed on with a whole inbox, and how each question was before. */
@Repository
public class Handings {
  /**
   * Of {@code handed_on h} and its {@code question q}: nobody did anything with it since but its
   * asker, and who handed it on may still have it.
   */
  public static final String UNTOUCHED =
      """
      q.status in ('with_power_user', 'with_helpdesk') and q.taken_at is null and q.snoozed_until is null
      and h.step = (select max(s.seq) from support.step s where s.question_id = q.id)
      and not exists (select from support.message m
                       where m.question_id = q.id and m.written_at > h.at
                         and m.author_id not in (q.asker_id, q.filed_by_id, h.holder_id))
      and exists (select from network.pub_power_user u
                   where u.person_id = h.holder_id and u.system_id = q.system_id)
      """;

  /**
   * How it was with who handed it on.
   *
   * @param spokenAt when the asker wrote first since then; null: not
   */
  record Before(
      @Nullable Instant takenAt,
      @Nullable Instant waitingSince,
      @Nullable Instant snoozedUntil,
      @Nullable Instant spokenAt) {
    static Before of(Question question) {
      return new Before(question.takenAt(), question.waitingSince(), question.snoozedUntil(), null);
    }
  }

  private final JdbcClient sql;

  Handings(JdbcClient sql) {
    this.sql = sql;
  }

  /** After the question was saved where it went. */
  void note(QuestionId question, PersonId holder, Before before, Instant at) {
    sql.sql(
            """
            insert into support.handed_on (question_id, holder_id, at, step, taken_at, waiting_since, snoozed_until)
            select :question, :holder, :at, max(seq), :takenAt, :waitingSince, :snoozedUntil
              from support.step where question_id = :question
            on conflict (question_id, holder_id) do update
               set at = excluded.at, step = excluded.step, taken_at = excluded.taken_at,
                   waiting_since = excluded.waiting_since, snoozed_until = excluded.snoozed_until
            """)
        .param("question", question)
        .param("holder", holder)
        .param("at", at)
        .param("takenAt", before.takenAt)
        .param("waitingSince", before.waitingSince)
        .param("snoozedUntil", before.snoozedUntil)
        .update();
  }

  List<QuestionId> handedOn(PersonId holder, Instant at) {
    return sql.sql(
            "select question_id from support.handed_on where holder_id = :holder and at = :at order by 1")
        .param("holder", holder)
        .param("at", at)
        .query(QuestionId.class)
        .list();
  }

  /** Of a question that is locked; nothing when it was touched since. */
  Optional<Before> untouched(QuestionId question, PersonId holder) {
    return sql.sql(
            """
            select h.taken_at, h.waiting_since, h.snoozed_until,
                   (select min(m.written_at) from support.message m
                     where m.question_id = q.id and m.written_at > h.at
                       and m.author_id in (q.asker_id, q.filed_by_id)) as spoken_at
              from support.handed_on h join support.question q on q.id = h.question_id
             where h.question_id = :question and h.holder_id = :holder and
            """
                + UNTOUCHED)
        .param("question", question)
        .param("holder", holder)
        .query(Before.class)
        .optional();
  }

  void forget(PersonId holder, Instant at) {
    sql.sql("delete from support.handed_on where holder_id = :holder and at = :at")
        .param("holder", holder)
        .param("at", at)
        .update();
  }
}
