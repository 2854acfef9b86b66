package nl.steunpunt.issues.merging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What went into another issue, and what the other one got of it. */
@Repository
class Mergers {
  record Merger(long id, IssueId goneId, IssueId keptId) {}

  private final JdbcClient sql;

  Mergers(JdbcClient sql) {
    this.sql = sql;
  }

  /** The one that this number means: of what went into another issue, that one. */
  IssueId meant(IssueId number) {
    return sql.sql(
            """
            with recursive meant (id, merged_into) as (
              select id, merged_into from issues.issue where id = :id
              union all
              select i.id, i.merged_into from meant m join issues.issue i on i.id = m.merged_into
            )
            select id from meant where merged_into is null
            """)
        .param("id", number)
        .query(IssueId.class)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /**
   * All that a merger takes is locked here, lowest first: two that took them one after the other,
   * the other way round, would wait for each other.
   */
  void lock(IssueId one, IssueId other) {
    var locked =
        sql.sql("select id from issues.issue where id in (:one, :other) order by id for update")
            .param("one", one)
            .param("other", other)
            .query(IssueId.class)
            .list();
    if (!locked.containsAll(List.of(one, other))) {
      throw new NotFound();
    }
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
}
