package nl.steunpunt.issues.solving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Posts {
  /**
   * @param decision null: nobody has decided, or there is nothing to decide
   */
  record Post(
      long id,
      IssueId issueId,
      PersonId authorId,
      Kind kind,
      String text,
      @Nullable String decision) {}

  private final JdbcClient sql;

  Posts(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * @return false: the same sending has said it already
   */
  boolean add(
      IssueId issue, PersonId author, Kind kind, String text, Instant at, @Nullable UUID sentAs) {
    return sql.sql(
                """
                insert into issues.solving_post (issue_id, author_id, kind, text, at, sent_as)
                values (:issue, :author, :kind, :text, :at, :sentAs)
                on conflict do nothing
                """)
            .param("issue", issue)
            .param("author", author)
            .param("kind", kind)
            .param("text", text)
            .param("at", at)
            .param("sentAs", sentAs)
            .update()
        > 0;
  }

  Post locked(IssueId issue, long id) {
    return find(issue, id).orElseThrow(NotFound::new);
  }

  private Optional<Post> find(IssueId issue, long id) {
    return sql.sql(
            """
            with recursive inside (id) as (
              select :issue::bigint union select i.id from issues.issue i join inside on i.merged_into = inside.id
            )
            select id, issue_id, author_id, kind, text, decision
              from issues.solving_post where id = :id and issue_id in (select id from inside) for update
            """)
        .param("id", id)
        .param("issue", issue)
        .query(Post.class)
        .optional();
  }

  void decide(
      long id, String decision, PersonId by, Instant at, String reason, @Nullable Integer version) {
    sql.sql(
            """
            update issues.solving_post
               set decision = :decision, decided_by = :by, decided_at = :at, reason = :reason, version = :version
             where id = :id
            """)
        .param("id", id)
        .param("decision", decision)
        .param("by", by)
        .param("at", at)
        .param("reason", reason)
        .param("version", version)
        .update();
  }

  /** Who took part in solving it, who sees to it, and who has the page in front. */
  List<PersonId> concerned(IssueId issue, String page, Instant since) {
    return sql.sql(
            """
            select author_id from issues.solving_post where issue_id = :issue
            union select owner_id from issues.issue where id = :issue and owner_id is not null
            union select person_id from network.pub_presence where looking_at = :page and seen_at > :since
            """)
        .param("issue", issue)
        .param("page", page)
        .param("since", since)
        .query(PersonId.class)
        .list();
  }

  /** Who said something of it, or of what went into it, and who sees to it. */
  List<PersonId> takingPart(IssueId issue) {
    return sql.sql(
            """
            with recursive inside (id) as (
              select :issue::bigint union select i.id from issues.issue i join inside on i.merged_into = inside.id
            )
            select author_id from issues.solving_post where issue_id in (select id from inside)
            union select owner_id from issues.issue where id = :issue and owner_id is not null
            """)
        .param("issue", issue)
        .query(PersonId.class)
        .list();
  }

  /** From now on their name stands in no text of a release; or it may again. */
  void name(PersonId person, boolean named, Instant at) {
    if (named) {
      sql.sql("delete from issues.unnamed where person_id = :person")
          .param("person", person)
          .update();
    } else {
      sql.sql(
              "insert into issues.unnamed (person_id, since) values (:person, :at) on conflict do nothing")
          .param("person", person)
          .param("at", at)
          .update();
    }
  }
}
