package nl.steunpunt.issues.issue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The issues. Everybody in the organisation may see each: they carry no names. */
@Repository
class Issues {
  record Issue(
      IssueId id,
      SystemId systemId,
      @Nullable TopicId topicId,
      String title,
      String description,
      Status status,
      @Nullable String workaround,
      @Nullable Severity severity,
      @Nullable String plannedRelease,
      @Nullable PersonId ownerId) {
    Issue with(Status changed) {
      return with(changed, plannedRelease);
    }

    /** The release that was to mend it did not: the next one is not planned yet. */
    Issue reopened() {
      return with(Status.CONFIRMED, null);
    }

    private Issue with(Status changed, @Nullable String release) {
      return new Issue(
          id,
          systemId,
          topicId,
          title,
          description,
          changed,
          workaround,
          severity,
          release,
          ownerId);
    }

    Issue withWorkaround(String text) {
      return new Issue(
          id,
          systemId,
          topicId,
          title,
          description,
          status,
          text,
          severity,
          plannedRelease,
          ownerId);
    }
  }

  private final JdbcClient sql;

  Issues(JdbcClient sql) {
    this.sql = sql;
  }

  /** The one that this number means: of what went into another issue, that one. */
  Issue locked(IssueId id) {
    // It may go into another one just while the lock is waited for; then that one is meant.
    return lock(id).or(() -> lock(id)).orElseThrow(NotFound::new);
  }

  /** Whether it stands since that moment as it stands now. */
  boolean isSince(IssueId id, Instant moment) {
    return sql.sql("select changed_at = :moment from issues.issue where id = :id")
        .param("moment", moment)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  private Optional<Issue> lock(IssueId id) {
    return sql.sql(
            """
            with recursive meant (id, merged_into) as (
              select id, merged_into from issues.issue where id = :id
              union all
              select i.id, i.merged_into from meant m join issues.issue i on i.id = m.merged_into
            )
            select id, system_id, topic_id, title, description, status, workaround, severity, planned_release, owner_id
              from issues.issue
             where id = (select id from meant where merged_into is null) and merged_into is null for update
            """)
        .param("id", id)
        .query(Issue.class)
        .optional();
  }

  /**
   * @param reportedAs the sending of the form it came from; null: none that can repeat itself
   * @return empty: it is there already, see {@link #reportedAs}
   */
  Optional<IssueId> add(
      SystemId system,
      @Nullable TopicId topic,
      String title,
      String description,
      PersonId by,
      Instant at,
      @Nullable UUID reportedAs) {
    return sql.sql(
            """
            insert into issues.issue (system_id, topic_id, title, description, status, created_by, created_at, changed_at,
                                      reported_as)
            values (:system, :topic, :title, :description, 'reported', :by, :at, :at, :reportedAs)
            on conflict do nothing
            returning id
            """)
        .param("system", system)
        .param("topic", topic)
        .param("title", title)
        .param("description", description)
        .param("by", by)
        .param("at", at)
        .param("reportedAs", reportedAs)
        .query(IssueId.class)
        .optional();
  }

  /** What this person reported by the same sending of a form. */
  IssueId reportedAs(PersonId by, @Nullable UUID reportedAs) {
    return sql.sql("select id from issues.issue where created_by = :by and reported_as = :as")
        .param("by", by)
        .param("as", reportedAs)
        .query(IssueId.class)
        .single();
  }

  void save(Issue issue, Instant at) {
    sql.sql(
            """
            update issues.issue
               set title = :title, description = :description, status = :status, workaround = :workaround,
                   severity = :severity, planned_release = :release, owner_id = :owner, changed_at = :at
             where id = :id
            """)
        .param("id", issue.id)
        .param("title", issue.title)
        .param("description", issue.description)
        .param("status", issue.status)
        .param("workaround", issue.workaround)
        .param("severity", issue.severity)
        .param("release", issue.plannedRelease)
        .param("owner", issue.ownerId)
        .param("at", at)
        .update();
  }

  /**
   * What people see from now on.
   *
   * @param text null: nothing helps any more
   * @return which version it is
   */
  int addWorkaround(
      IssueId id, @Nullable String text, PersonId writtenBy, PersonId approvedBy, Instant at) {
    return sql.sql(
            """
            insert into issues.workaround (issue_id, version, text, written_by, approved_by, at)
            select :id, coalesce(max(version), 0) + 1, :text, :writtenBy, :approvedBy, :at
              from issues.workaround where issue_id = :id
            returning version
            """)
        .param("id", id)
        .param("text", text == null ? "" : text)
        .param("writtenBy", writtenBy)
        .param("approvedBy", approvedBy)
        .param("at", at)
        .query(Integer.class)
        .single();
  }

  /**
   * Once per person; a question named later is added to it.
   *
   * @param named they say so themselves; what was said with a name stays so
   */
  boolean join(IssueId id, PersonId person, @Nullable Long question, boolean named, Instant at) {
    return sql.sql(
                """
                insert into issues.me_too as m (issue_id, person_id, question_id, at, named)
                select i.id, :person, :question, :at, :named from issues.issue i where i.id = :id
                on conflict (issue_id, person_id) do update
                   set question_id = coalesce(m.question_id, excluded.question_id), named = m.named or excluded.named
                 where excluded.named and not m.named or m.question_id is null and excluded.question_id is not null
                """)
            .param("id", id)
            .param("person", person)
            .param("question", question)
            .param("named", named)
            .param("at", at)
            .update()
        > 0;
  }

  /**
   * Who came along with another issue follows this one for its own sake from now on, and so still
   * does when that one comes out of it again.
   *
   * @param named they say so themselves; else only that one knows their name
   */
  void stay(IssueId id, PersonId person, boolean named) {
    sql.sql(
            """
            with came as (
              delete from issues.carried_person c using issues.merger g
               where g.id = c.merger_id and g.kept_id = :id and g.undone_at is null and c.person_id = :person
              returning g.gone_id
            ),
            said as (
              delete from issues.carried_name n using issues.merger g
               where :named and g.gone_id = n.gone_id and g.kept_id = :id and g.undone_at is null and n.person_id = :person
            )
            insert into issues.carried_name (gone_id, person_id)
            select came.gone_id, m.person_id
              from came join issues.me_too m on m.issue_id = :id and m.person_id = :person
             where not :named and m.named
            on conflict do nothing
            """)
        .param("id", id)
        .param("person", person)
        .param("named", named)
        .update();
  }

  /**
   * Also when it came along with another issue: it stays when that one comes out again, with who
   * asked it.
   */
  void link(IssueId id, long question) {
    sql.sql(
            """
            with came as (
              delete from issues.carried_question c using issues.merger g
               where g.id = c.merger_id and g.kept_id = :id and g.undone_at is null and c.question_id = :question
            )
            insert into issues.linked_question (issue_id, question_id) values (:id, :question)
            on conflict do nothing
            """)
        .param("id", id)
        .param("question", question)
        .update();
  }

  /**
   * Also what went into it: to undo that does not bring them back.
   *
   * @return whether they were there with their name; empty: they were not, or asked about it
   */
  Optional<Boolean> leave(IssueId id, PersonId person) {
    return sql
        .sql(
            """
            with recursive inside (id) as (
              select :id::bigint
              union
              select i.id from issues.issue i join inside on i.merged_into = inside.id
              where exists (select from issues.me_too m
                             where m.issue_id = :id and m.person_id = :person and m.question_id is null)
            ),
            noted as (
              delete from issues.carried_person c using issues.merger g
               where g.id = c.merger_id and g.gone_id in (select id from inside where id <> :id)
                 and c.person_id = :person
            ),
            name as (
              delete from issues.carried_name
               where gone_id in (select id from inside where id <> :id) and person_id = :person
            )
            delete from issues.me_too
             where issue_id in (select id from inside) and person_id = :person and question_id is null
            returning named
            """)
        .param("id", id)
        .param("person", person)
        .query(Boolean.class)
        .list()
        .stream()
        .reduce(Boolean::logicalOr);
  }

  boolean isThere(IssueId id) {
    return sql.sql("select exists (select from issues.issue where id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** As it is, also when it went into another one. */
  Issue itself(IssueId id) {
    return sql.sql(
            """
            select id, system_id, topic_id, title, description, status, workaround, severity, planned_release, owner_id
              from issues.issue where id = :id
            """)
        .param("id", id)
        .query(Issue.class)
        .optional()
        .orElseThrow(NotFound::new);
  }

  List<PersonId> hit(IssueId id) {
    return sql.sql("select person_id from issues.me_too where issue_id = :id")
        .param("id", id)
        .query(PersonId.class)
        .list();
  }

  /** Who has this page in front. */
  List<PersonId> looking(String page, Instant since) {
    return sql.sql(
            "select person_id from network.pub_presence where looking_at = :page and seen_at > :since")
        .param("page", page)
        .param("since", since)
        .query(PersonId.class)
        .list();
  }
}
