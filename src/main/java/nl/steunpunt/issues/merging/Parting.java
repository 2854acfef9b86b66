package nl.steunpunt.issues.merging;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Some questions of an issue become one of their own, with who asked them. */
@Repository
class Parting {
  private final JdbcClient sql;
  private final Inside inside;

  Parting(JdbcClient sql, Inside inside) {
    this.sql = sql;
    this.inside = inside;
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
                insert into issues.me_too (issue_id, person_id, question_id, at, named)
                select :to, q.asker_id, min(q.id), coalesce(min(m.at), :at), true
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
    inside.ownQuestions(from);
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
                    .formatted(Inside.NUMBERS))
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
                .formatted(Inside.NUMBERS))
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
            with recursive inside (id) as (%s),
            name as (
              delete from issues.carried_name where gone_id in (select id from inside) and person_id in (:people)
            )
            delete from issues.carried_person c using issues.merger g
             where g.id = c.merger_id and g.gone_id in (select id from inside) and c.person_id in (:people)
            """
                .formatted(Inside.NUMBERS))
        .param("issue", issue)
        .param("people", people)
        .update();
  }
}
