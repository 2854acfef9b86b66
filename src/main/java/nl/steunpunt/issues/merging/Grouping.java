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

  /**
   * What the kept one has of its own is not carried, and so stays when the merger is undone. Who
   * said "me too" to the one and asked about the other has a question about what is one issue now;
   * who said so themselves about the one has now said so about the other.
   */
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
              insert into issues.me_too as k (issue_id, person_id, question_id, at, named)
              select :kept, person_id, question_id, at, named from issues.me_too where issue_id = :gone
              on conflict (issue_id, person_id) do update
                 set question_id = coalesce(k.question_id, excluded.question_id), named = k.named or excluded.named
               where excluded.named and not k.named or k.question_id is null and excluded.question_id is not null
              returning new.person_id, old.person_id is null as came, new.named and not old.named as is_said_now
            ),
            came as (
              insert into issues.carried_person (merger_id, person_id) select :merger, person_id from person where came
            )
            insert into issues.carried_name (gone_id, person_id) select :gone, person_id from person where is_said_now
            on conflict do nothing
            """)
        .param("merger", merger)
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
    var others = hasOthers(merger);
    if (others) {
      leaveToOthers(merger);
    }
    run(
        """
        delete from issues.linked_question l using issues.carried_question c
         where c.merger_id = :merger and l.issue_id = :kept and l.question_id = c.question_id
        """,
        merger);
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
    ownNames(merger);
    if (others) {
      othersNames(merger);
    }
    run("delete from issues.carried_person where merger_id = :merger", merger);
    run("delete from issues.carried_question where merger_id = :merger", merger);
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

  /**
   * What also came with another issue that is still in the kept one stays, and came with that. Each
   * looked up by itself: joined, all would be held against all where nothing is known yet of how
   * many there are.
   */
  private void leaveToOthers(Merger merger) {
    run(
        """
        update issues.carried_question c set merger_id = (%1$s) where c.merger_id = :merger and (%1$s) is not null
        """
            .formatted(
                """
                select min(g.id) from issues.merger g
                 where g.kept_id = :kept and g.undone_at is null and g.id <> :merger
                   and (select true from issues.linked_question l where l.issue_id = g.gone_id and l.question_id = c.question_id)
                """),
        merger);
    run(
        """
        update issues.carried_person c set merger_id = (%1$s) where c.merger_id = :merger and (%1$s) is not null
        """
            .formatted(
                """
                select min(g.id) from issues.merger g
                 where g.kept_id = :kept and g.undone_at is null and g.id <> :merger
                   and (select true from issues.me_too m where m.issue_id = g.gone_id and m.person_id = c.person_id)
                """),
        merger);
    run(
        """
        update issues.carried_name n set gone_id = (%1$s) where n.gone_id = :gone and (%1$s) is not null
        """
            .formatted(
                """
                select min(g.gone_id) from issues.merger g
                 where g.kept_id = :kept and g.undone_at is null and g.id <> :merger
                   and (select m.named from issues.me_too m where m.issue_id = g.gone_id and m.person_id = n.person_id)
                   and (select true from issues.carried_name t where t.gone_id = g.gone_id and t.person_id = n.person_id) is null
                """),
        merger);
  }

  private boolean hasOthers(Merger merger) {
    return sql.sql(
            "select exists (select from issues.merger where kept_id = :kept and undone_at is null and id <> :merger)")
        .param("kept", merger.keptId)
        .param("merger", merger.id)
        .query(Boolean.class)
        .single();
  }

  /** Who said so themselves about what is gone alone is nameless again; who asked is not. */
  private void ownNames(Merger merger) {
    run(
        """
        with back as (
          delete from issues.carried_name n
           where n.gone_id = :gone
             and (select true from issues.merger g
                   where g.kept_id = :kept and g.undone_at is null and g.id <> :merger
                     and (select true from issues.carried_name t
                           where t.gone_id = g.gone_id and t.person_id = n.person_id) limit 1) is null
          returning n.person_id
        )
        update issues.me_too m set named = false
          from back where m.issue_id = :kept and m.person_id = back.person_id and m.question_id is null
        """,
        merger);
    run("delete from issues.carried_name where gone_id = :gone", merger);
  }

  /** The same of who is still there with another one, that knows them without their name. */
  private void othersNames(Merger merger) {
    run(
        """
        update issues.me_too m set named = false
         where m.issue_id = :kept and m.named and m.question_id is null
           and (select true from issues.merger g
                 where g.kept_id = :kept and g.undone_at is null and g.id <> :merger
                   and (select true from issues.carried_person c
                         where c.merger_id = g.id and c.person_id = m.person_id) limit 1)
           and (select true from issues.merger g
                 where g.kept_id = :kept and g.undone_at is null and g.id <> :merger
                   and (select o.named from issues.me_too o
                         where o.issue_id = g.gone_id and o.person_id = m.person_id) limit 1) is null
        """,
        merger);
  }

  private void run(String statement, Merger merger) {
    sql.sql(statement)
        .param("merger", merger.id)
        .param("gone", merger.goneId)
        .param("kept", merger.keptId)
        .update();
  }

  /** The question that each follower comes with is one of those that the issue has; also inside. */
  private void ownQuestions(IssueId issue) {
    sql.sql(
            """
            with recursive inside (id) as (%s)
            update issues.me_too m
               set question_id = (select min(l.question_id) from issues.linked_question l
                                    join support.pub_question q on q.id = l.question_id
                                   where l.issue_id = m.issue_id and q.asker_id = m.person_id)
             where m.issue_id in (select id from inside) and m.question_id is not null
               and not exists (select from issues.linked_question l
                                where l.issue_id = m.issue_id and l.question_id = m.question_id)
            """
                .formatted(INSIDE))
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
            with recursive inside (id) as (%s),
            name as (
              delete from issues.carried_name where gone_id in (select id from inside) and person_id in (:people)
            )
            delete from issues.carried_person c using issues.merger g
             where g.id = c.merger_id and g.gone_id in (select id from inside) and c.person_id in (:people)
            """
                .formatted(INSIDE))
        .param("issue", issue)
        .param("people", people)
        .update();
  }
}
