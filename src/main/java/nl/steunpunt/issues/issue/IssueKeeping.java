package nl.steunpunt.issues.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import nl.steunpunt.issues.IssueHistory;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.PastIssue;
import nl.steunpunt.issues.PastPointer;
import nl.steunpunt.issues.PastPost;
import nl.steunpunt.issues.telling.NewsSpreading;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.Suggestions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues of the past, with who said "me too" then. */
@Service
class IssueKeeping implements IssueHistory {
  private final JdbcClient sql;
  private final Suggestions suggestions;
  private final NewsSpreading news;

  IssueKeeping(JdbcClient sql, Suggestions suggestions, NewsSpreading news) {
    this.sql = sql;
    this.suggestions = suggestions;
    this.news = news;
  }

  @Override
  @Transactional
  public void makeNews(IssueId issue, Instant at, Collection<PersonId> told) {
    news.begin(issue, at);
    sql.sql(
            """
            update issues.hearing h set state = 'told', power_user_id = c.power_user_id
              from network.pub_constituency c, issues.issue i
             where h.issue_id = :issue and h.state = 'to_tell' and i.id = h.issue_id
               and c.person_id = h.person_id and c.system_id = i.system_id and c.rank = 0
               and c.power_user_id = any(:told::bigint[])
            """)
        .param("issue", issue)
        .param("told", told.stream().map(PersonId::value).toArray(Long[]::new))
        .update();
  }

  @Override
  @Transactional
  public List<IssueId> addAll(List<PastIssue> issues) {
    var ids = add(issues);
    workarounds(ids);
    hit(issues, ids);
    var open = new ArrayList<Issues.Issue>();
    for (var i = 0; i < issues.size(); i++) {
      var issue = issue(ids.get(i), issues.get(i));
      if (issue.status().isOpen()) {
        open.add(issue);
      }
    }
    suggestions.putAll(open.stream().map(IssueTracking::suggestible).toList());
    return ids;
  }

  @Override
  @Transactional
  public void sayAll(List<PastPost> posts) {
    for (var post : posts) {
      sql.sql(
              """
              insert into issues.solving_post (issue_id, author_id, kind, text, at)
              values (:issue, :author, :kind, :text, :at)
              """)
          .param("issue", post.issue())
          .param("author", post.author())
          .param("kind", post.kind())
          .param("text", post.text())
          .param("at", post.at())
          .update();
    }
  }

  @Override
  @Transactional
  public void pointAll(List<PastPointer> pointers) {
    for (var one : pointers) {
      sql.sql(
              """
              insert into issues.pointer (issue_id, kind, title, address, by_id, at)
              values (:issue, :kind, :title, :address, :by, :at)
              on conflict do nothing
              """)
          .param("issue", one.issue())
          .param("kind", one.kind())
          .param("title", one.title())
          .param("address", one.address())
          .param("by", one.by())
          .param("at", one.at())
          .update();
    }
  }

  private static Issues.Issue issue(IssueId id, PastIssue past) {
    return new Issues.Issue(
        id,
        past.system(),
        past.topic(),
        past.title(),
        past.description(),
        Status.of(past.status()),
        past.workaround(),
        past.severity() == null ? null : Severity.of(past.severity()),
        past.plannedRelease(),
        past.owner());
  }

  /** Their numbers in the same order: rows are numbered in the order in which they come in. */
  private List<IssueId> add(List<PastIssue> rows) {
    return sql.sql(
            """
            with known as (
              insert into issues.issue (system_id, topic_id, title, description, status, workaround, severity,
                                        planned_release, owner_id, created_by, created_at, changed_at)
              select system, topic, title, description, status, workaround, severity, release, owner, reporter,
                     at::timestamptz, changed::timestamptz
                from unnest(:systems::bigint[], :topics::bigint[], :titles::text[], :descriptions::text[],
                            :statuses::text[], :workarounds::text[], :severities::text[], :releases::text[],
                            :owners::bigint[], :reporters::bigint[], :at::text[], :changed::text[])
                     with ordinality
                     as i (system, topic, title, description, status, workaround, severity, release, owner, reporter,
                           at, changed, n)
               order by n
              returning id)
            select id from known order by id
            """)
        .param("systems", numbers(rows, row -> row.system().value()))
        .param("topics", numbers(rows, row -> row.topic().value()))
        .param("titles", words(rows, PastIssue::title))
        .param("descriptions", words(rows, PastIssue::description))
        .param("statuses", words(rows, row -> Status.of(row.status()).word()))
        .param("workarounds", words(rows, PastIssue::workaround))
        .param("severities", words(rows, PastIssue::severity))
        .param("releases", words(rows, PastIssue::plannedRelease))
        .param("owners", numbers(rows, row -> row.owner() == null ? null : row.owner().value()))
        .param("reporters", numbers(rows, row -> row.reporter().value()))
        .param("at", words(rows, row -> row.reportedAt().toString()))
        .param("changed", words(rows, row -> row.changedAt().toString()))
        .query(IssueId.class)
        .list();
  }

  private void workarounds(List<IssueId> ids) {
    sql.sql(
            """
            insert into issues.workaround (issue_id, version, text, written_by, approved_by, at)
            select id, 1, workaround, coalesce(owner_id, created_by), coalesce(owner_id, created_by), changed_at
              from issues.issue where id in (:ids) and workaround is not null
            """)
        .param("ids", ids)
        .update();
  }

  private void hit(List<PastIssue> rows, List<IssueId> ids) {
    var issues = new ArrayList<Long>();
    var people = new ArrayList<Long>();
    var questions = new ArrayList<@Nullable Long>();
    var at = new ArrayList<String>();
    var named = new ArrayList<Boolean>();
    for (var i = 0; i < rows.size(); i++) {
      for (var hit : rows.get(i).hits()) {
        issues.add(ids.get(i).value());
        people.add(hit.person().value());
        questions.add(hit.question() == null ? null : Long.valueOf(hit.question().value()));
        at.add(hit.at().toString());
        named.add(hit.named());
      }
    }
    sql.sql(
            """
            with hit as (
              select * from unnest(:issues::bigint[], :people::bigint[], :questions::bigint[], :at::text[], :named::boolean[])
                   as h (issue, person, question, at, named)
            ),
            linked as (
              insert into issues.linked_question (issue_id, question_id)
              select issue, question from hit where question is not null
              on conflict do nothing
            )
            insert into issues.me_too (issue_id, person_id, question_id, at, named)
            select issue, person, question, at::timestamptz, named
              from hit
             order by question nulls last, named desc
            on conflict do nothing
            """)
        .param("issues", issues.toArray(Long[]::new))
        .param("people", people.toArray(Long[]::new))
        .param("questions", questions.toArray(Long[]::new))
        .param("at", at.toArray(String[]::new))
        .param("named", named.toArray(Boolean[]::new))
        .update();
  }

  private static @Nullable Long[] numbers(
      List<PastIssue> rows, Function<PastIssue, @Nullable Long> of) {
    return rows.stream().map(of).toArray(Long[]::new);
  }

  private static String[] words(List<PastIssue> rows, Function<PastIssue, @Nullable String> of) {
    return rows.stream().map(of).toArray(String[]::new);
  }
}
