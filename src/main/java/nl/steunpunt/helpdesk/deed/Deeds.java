package nl.steunpunt.helpdesk.deed;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes tickets and remembers how they were. Their questions are locked before. */
@Repository
class Deeds {
  record Deed(DeedId id, DeedKind kind, Instant doneAt, @Nullable Instant undoneAt) {}

  private final JdbcClient sql;
  private final Clock clock;

  Deeds(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  DeedId begin(PersonId by, DeedKind kind) {
    return sql.sql(
            "insert into helpdesk.deed (by_id, kind, done_at) values (:by, :kind, :now) returning id")
        .param("by", by)
        .param("kind", kind)
        .param("now", clock.instant())
        .query(DeedId.class)
        .single();
  }

  /**
   * @param value null: nothing
   * @return the questions whose ticket is another than before
   */
  List<QuestionId> change(
      DeedId deed, DeedKind kind, Collection<QuestionId> questions, @Nullable Object value) {
    return sql.sql(
            """
            with changed as (
              update helpdesk.ticket k
                 set %1$s = :value::text::%2$s, taken_at = case when '%1$s' = 'taken_by' then :now else taken_at end
               where k.open and k.question_id = any (:questions::bigint[])
                 and k.%1$s is distinct from :value::text::%2$s
              returning k.id, k.question_id, old.%1$s::text as before, new.%1$s::text as after
            ), noted as (
              insert into helpdesk.deed_ticket (deed_id, ticket_id, before, after)
              select :deed, id, before, after from changed
            )
            select question_id from changed order by 1
            """
                .formatted(kind.column(), kind.type()))
        .param("deed", deed)
        .param("value", value == null ? null : value.toString())
        .param("questions", numbers(questions))
        .param("now", clock.instant())
        .query(QuestionId.class)
        .list();
  }

  /** What was changed elsewhere: that a ticket was made. */
  void note(DeedId deed, QuestionId question, @Nullable String before, @Nullable String after) {
    sql.sql(
            """
            insert into helpdesk.deed_ticket (deed_id, ticket_id, before, after)
            select :deed, k.id, :before, :after from helpdesk.ticket k
             where k.question_id = :question order by k.came_at desc limit 1
            """)
        .param("deed", deed)
        .param("question", question)
        .param("before", before)
        .param("after", after)
        .update();
  }

  /** By which act it was closed: an undo takes back that one and no later one. */
  void noteClosed(DeedId deed, QuestionId question) {
    sql.sql(
            """
            insert into helpdesk.deed_ticket (deed_id, ticket_id, before, after)
            select :deed, k.id, 'open', extract(epoch from k.closed_at)::text from helpdesk.ticket k
             where k.question_id = :question order by k.came_at desc limit 1
            """)
        .param("deed", deed)
        .param("question", question)
        .update();
  }

  /** The latest visit of this question ended by this deed, and nobody changed that since. */
  boolean isClosedBy(DeedId deed, QuestionId question) {
    return sql.sql(
            """
            select exists (
              select from helpdesk.deed_ticket d
                join helpdesk.deed b on b.id = d.deed_id
                join helpdesk.ticket k on k.id = d.ticket_id
               where d.deed_id = :deed and k.question_id = :question and not k.open and k.closed_by = b.by_id
                 and extract(epoch from k.closed_at)::text = d.after
                 and not exists (select from helpdesk.ticket later
                                  where later.question_id = k.question_id and later.came_at > k.came_at))
            """)
        .param("deed", deed)
        .param("question", question)
        .query(Boolean.class)
        .single();
  }

  Optional<Deed> locked(PersonId by, DeedId id) {
    return sql.sql(
            "select id, kind, done_at, undone_at from helpdesk.deed where id = :id and by_id = :by for update")
        .param("id", id)
        .param("by", by)
        .query(Deed.class)
        .optional();
  }

  List<QuestionId> questions(DeedId id) {
    return sql.sql(
            """
            select k.question_id from helpdesk.deed_ticket d join helpdesk.ticket k on k.id = d.ticket_id
             where d.deed_id = :id order by 1
            """)
        .param("id", id)
        .query(QuestionId.class)
        .list();
  }

  /** Puts back what nobody changed since. */
  List<QuestionId> putBack(Deed deed) {
    var kind = deed.kind;
    return sql.sql(
            """
            update helpdesk.ticket k
               set %1$s = d.before::%2$s, taken_at = case when '%1$s' = 'taken_by' then :now else taken_at end
              from helpdesk.deed_ticket d
             where d.deed_id = :deed and k.id = d.ticket_id and k.open and k.%1$s::text is not distinct from d.after
               -- of what goes with another, one level: in a chain or a ring there are tickets that nobody sees
               and not exists (
                 select from helpdesk.ticket lead
                  where lead.id = case when '%1$s' in ('merged_into', 'parent_id') then d.before::bigint end and lead.open
                    and exists (select from helpdesk.ticket o
                                 where o.open and (o.id in (lead.merged_into, lead.parent_id) or k.id in (o.merged_into, o.parent_id))))
            returning k.question_id
            """
                .formatted(kind.column(), kind.type()))
        .param("deed", deed.id)
        .param("now", clock.instant())
        .query(QuestionId.class)
        .list();
  }

  /** Those that other tickets were joined to, or taken from, by this deed. */
  List<QuestionId> leads(DeedId id) {
    return sql.sql(
            """
            select distinct k.question_id from helpdesk.deed_ticket d
              join helpdesk.ticket k on k.id in (d.before::bigint, d.after::bigint)
             where d.deed_id = :deed and k.open
            """)
        .param("deed", id)
        .query(QuestionId.class)
        .list();
  }

  void undone(DeedId id) {
    sql.sql("update helpdesk.deed set undone_at = :now where id = :id")
        .param("id", id)
        .param("now", clock.instant())
        .update();
  }

  /** The ticket of what is with the desk now. */
  Optional<Long> ticketOf(QuestionId question) {
    return sql.sql("select id from helpdesk.ticket where question_id = :question and open")
        .param("question", question)
        .query(Long.class)
        .optional();
  }

  /** Whether this ticket goes with, or below, another one that is open. */
  boolean follows(long ticket) {
    return sql.sql(
            """
            select exists (select from helpdesk.ticket k join helpdesk.ticket lead
                                    on lead.id in (k.merged_into, k.parent_id) and lead.open
                            where k.id = :ticket)
            """)
        .param("ticket", ticket)
        .query(Boolean.class)
        .single();
  }

  /** Whether others go with, or below, one of these. */
  boolean leads(Collection<QuestionId> questions) {
    return sql.sql(
            """
            select exists (select from helpdesk.ticket k join helpdesk.ticket lead
                                    on lead.id in (k.merged_into, k.parent_id)
                            where k.open and lead.open and lead.question_id = any (:questions::bigint[]))
            """)
        .param("questions", numbers(questions))
        .query(Boolean.class)
        .single();
  }

  /** False when that was noted before. */
  boolean splitOff(QuestionId made, QuestionId from) {
    return sql.sql(
                """
                update helpdesk.ticket k set split_from = f.id
                  from helpdesk.ticket f
                 where k.question_id = :made and k.open and k.split_from is null and f.question_id = :from and f.open
                """)
            .param("made", made)
            .param("from", from)
            .update()
        > 0;
  }

  private static Long[] numbers(Collection<QuestionId> questions) {
    return questions.stream().map(QuestionId::value).toArray(Long[]::new);
  }
}
