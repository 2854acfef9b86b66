package nl.steunpunt.issues.merging;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who follows which issue and which question belongs to it, as issues become one or two. */
@Repository
class Grouping {
  record Merger(long id, IssueId goneId, IssueId keptId) {}

  private final JdbcClient sql;

  Grouping(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Locks these and all that went into them, lowest first, so that no two mergers wait for each
   * other.
   */
  void lock(IssueId one, IssueId other) {
    sql.sql("select id from issues.issue where id in (:one, :other) order by id for update")
        .param("one", one)
        .param("other", other)
        .query(Long.class)
        .list();
  }

  long merge(IssueId gone, IssueId kept, PersonId by, Instant at) {
    var merger =
        sql.sql(
                """
                insert into issues.merger (gone_id, kept_id, by_id, at) values (:gone, :kept, :by, :at) returning id
                """)
            .param("gone", gone)
            .param("kept", kept)
            .param("by", by)
            .param("at", at)
            .query(Long.class)
            .single();
    sql.sql("update issues.issue set merged_into = :kept, changed_at = :at where id = :gone")
        .param("gone", gone)
        .param("kept", kept)
        .param("at", at)
        .update();
    carry(merger, gone, kept);
    return merger;
  }

  /** What the kept one has of its own is not carried, and so stays when the merger is undone. */
  private void carry(long merger, IssueId gone, IssueId kept) {
    sql.sql(
            """
            with question as (
              insert into issues.linked_question (issue_id, question_id)
              select :kept, question_id from issues.linked_question where issue_id = :gone
              on conflict do nothing
              returning question_id
            ),
            noted as (
              insert into issues.carried_question (merger_id, question_id) select :merger, question_id from question
            ),
            person as (
              insert into issues.me_too (issue_id, person_id, question_id, at)
              select :kept, person_id, question_id, at from issues.me_too where issue_id = :gone
              on conflict do nothing
              returning person_id
            )
            insert into issues.carried_person (merger_id, person_id) select :merger, person_id from person
            """)
        .param("merger", merger)
        .param("gone", gone)
        .param("kept", kept)
        .update();
    // Who said "me too" to the one and asked about the other has a question about what is one issue
    // now.
    sql.sql(
            """
            update issues.me_too k set question_id = g.question_id
              from issues.me_too g
             where k.issue_id = :kept and g.issue_id = :gone and g.person_id = k.person_id
               and k.question_id is null and g.question_id is not null
            """)
        .param("gone", gone)
        .param("kept", kept)
        .update();
  }

  /** The one by which this issue is gone now. */
  Optional<Merger> mergerOf(IssueId gone) {
    return sql.sql(
            "select id, gone_id, kept_id from issues.merger where gone_id = :gone and undone_at is null")
        .param("gone", gone)
        .query(Merger.class)
        .optional();
  }

  /**
   * @return who follow the kept one no longer
   */
  List<PersonId> undo(Merger merger, PersonId by, Instant at) {
    sql.sql(
            """
            delete from issues.linked_question l using issues.carried_question c
             where c.merger_id = :merger and l.issue_id = :kept and l.question_id = c.question_id
            """)
        .param("merger", merger.id)
        .param("kept", merger.keptId)
        .update();
    // Who asked about the kept one since stays with it.
    var gone =
        sql.sql(
                """
                delete from issues.me_too m using issues.carried_person c
                 where c.merger_id = :merger and m.issue_id = :kept and m.person_id = c.person_id
                   and not exists (select from issues.linked_question l
                                     join support.pub_question q on q.id = l.question_id
                                    where l.issue_id = :kept and q.asker_id = m.person_id)
                returning m.person_id
                """)
            .param("merger", merger.id)
            .param("kept", merger.keptId)
            .query(PersonId.class)
            .list();
    ownQuestions(merger.keptId);
    sql.sql("delete from issues.carried_person where merger_id = :merger")
        .param("merger", merger.id)
        .update();
    sql.sql("delete from issues.carried_question where merger_id = :merger")
        .param("merger", merger.id)
        .update();
    sql.sql("update issues.merger set undone_by = :by, undone_at = :at where id = :merger")
        .param("merger", merger.id)
        .param("by", by)
        .param("at", at)
        .update();
    sql.sql("update issues.issue set merged_into = null, changed_at = :at where id = :gone")
        .param("gone", merger.goneId)
        .param("at", at)
        .update();
    return gone;
  }

  /** The question that each follower comes with is one of those that the issue has. */
  private void ownQuestions(IssueId issue) {
    sql.sql(
            """
            update issues.me_too m
               set question_id = (select min(l.question_id) from issues.linked_question l
                                    join support.pub_question q on q.id = l.question_id
                                   where l.issue_id = m.issue_id and q.asker_id = m.person_id)
             where m.issue_id = :issue and m.question_id is not null
               and not exists (select from issues.linked_question l
                                where l.issue_id = m.issue_id and l.question_id = m.question_id)
            """)
        .param("issue", issue)
        .update();
  }

  /** Those of these questions that the issue has. */
  List<Long> questionsOf(IssueId issue, Collection<Long> questions) {
    return questions.isEmpty()
        ? List.of()
        : sql.sql(
                "select question_id from issues.linked_question where issue_id = :issue and question_id in (:questions)")
            .param("issue", issue)
            .param("questions", questions)
            .query(Long.class)
            .list();
  }

  record Moved(List<PersonId> moved, List<PersonId> both) {}

  /**
   * These questions go, with who asked them; who has another question about the first one follows
   * both. Also out of what went into the first one, or it would bring them back.
   */
  Moved split(IssueId from, IssueId to, Collection<Long> questions, PersonId by, Instant at) {
    sql.sql(
            "insert into issues.parting (issue_id, from_id, by_id, at) values (:to, :from, :by, :at)")
        .param("to", to)
        .param("from", from)
        .param("by", by)
        .param("at", at)
        .update();
    sql.sql(
            """
            insert into issues.linked_question (issue_id, question_id)
            select :to, unnest(:questions::bigint[])
            """)
        .param("to", to)
        .param("questions", questions.toArray(Long[]::new))
        .update();
    var people =
        sql.sql(
                """
                insert into issues.me_too (issue_id, person_id, question_id, at)
                select :to, q.asker_id, min(q.id), coalesce(min(m.at), :at)
                  from support.pub_question q
                  left join issues.me_too m on m.issue_id = :from and m.person_id = q.asker_id
                 where q.id in (:questions)
                 group by q.asker_id
                returning person_id
                """)
            .param("from", from)
            .param("to", to)
            .param("at", at)
            .param("questions", questions)
            .query(PersonId.class)
            .list();
    takeOut(from, questions);
    ownQuestions(from);
    var moved =
        sql
            .sql(
                """
                with recursive inside (id) as (%s)
                delete from issues.me_too m
                 where m.issue_id in (select id from inside) and m.person_id in (:people)
                   and not exists (select from issues.linked_question l
                                     join support.pub_question q on q.id = l.question_id
                                    where l.issue_id in (select id from inside) and q.asker_id = m.person_id)
                returning m.person_id
                """
                    .formatted(INSIDE))
            .param("issue", from)
            .param("people", people)
            .query(PersonId.class)
            .list()
            .stream()
            .distinct()
            .toList();
    forgetCarried(from, moved);
    return new Moved(moved, people.stream().filter(one -> !moved.contains(one)).toList());
  }

  private static final String INSIDE =
      """
      select :issue::bigint union select i.id from issues.issue i join inside on i.merged_into = inside.id
      """;

  private void takeOut(IssueId issue, Collection<Long> questions) {
    sql.sql(
            """
            with recursive inside (id) as (%s),
            noted as (
              delete from issues.carried_question c using issues.merger g
               where g.id = c.merger_id and g.gone_id in (select id from inside) and c.question_id in (:questions)
            )
            delete from issues.linked_question
             where issue_id in (select id from inside) and question_id in (:questions)
            """
                .formatted(INSIDE))
        .param("issue", issue)
        .param("questions", questions)
        .update();
  }

  private void forgetCarried(IssueId issue, Collection<PersonId> people) {
    if (people.isEmpty()) {
      return;
    }
    sql.sql(
            """
            with recursive inside (id) as (%s)
            delete from issues.carried_person c using issues.merger g
             where g.id = c.merger_id and g.gone_id in (select id from inside) and c.person_id in (:people)
            """
                .formatted(INSIDE))
        .param("issue", issue)
        .param("people", people)
        .update();
  }
}
