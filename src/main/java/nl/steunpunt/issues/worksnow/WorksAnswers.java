package nl.steunpunt.issues.worksnow;

import java.time.Instant;
import java.util.Optional;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.Status;
import nl.steunpunt.issues.telling.NewsId;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was asked, and what they said. */
@Repository
public class WorksAnswers {
  /**
   * A question to one person.
   *
   * @param open nothing newer is known, and nobody took it back
   * @param works what they said; null: nothing yet
   */
  public record Asked(
      IssueId issueId,
      NewsId newsId,
      String title,
      Status status,
      boolean open,
      @Nullable Boolean works,
      @Nullable String text,
      String language) {}

  record Count(int asked, int yes, int no) {
    int answers() {
      return yes + no;
    }
  }

  private static final String ASKED =
      """
      select i.id as issue_id, n.id as news_id, i.title, i.status, a.works, a.text, p.language,
             i.merged_into is null and n.id = (select max(id) from issues.news where issue_id = i.id) as open
        from issues.news n
        join issues.issue i on i.id = n.issue_id
        join issues.me_too m on m.issue_id = i.id and m.person_id = :person
         and (m.at <= n.at or exists (select from issues.hearing h
                                       where h.issue_id = i.id and h.person_id = m.person_id and h.news_id = n.id))
        join people.pub_person p on p.id = m.person_id
        left join issues.works_answer a on a.news_id = n.id and a.person_id = m.person_id
       where n.asks
      """;

  private final JdbcClient sql;

  WorksAnswers(JdbcClient sql) {
    this.sql = sql;
  }

  /** Empty: they were not asked, or are not hit any more. */
  Optional<Asked> asked(NewsId news, PersonId person) {
    return sql.sql(ASKED + " and n.id = :news")
        .param("news", news)
        .param("person", person)
        .query(Asked.class)
        .optional();
  }

  /** The newest of an issue, while it is open. */
  Optional<Asked> asked(IssueId issue, PersonId person) {
    return sql.sql(
            ASKED
                + " and n.id = (select max(id) from issues.news where issue_id = :issue) and i.id = :issue")
        .param("issue", issue)
        .param("person", person)
        .query(Asked.class)
        .optional();
  }

  /**
   * @param text null: what they wrote before stays
   */
  void keep(NewsId news, PersonId person, boolean works, @Nullable String text, Instant at) {
    sql.sql(
            """
            insert into issues.works_answer as a (news_id, person_id, works, text, at)
            values (:news, :person, :works, coalesce(:text::text, ''), :at)
            on conflict (news_id, person_id) do update
               set works = excluded.works, text = coalesce(:text::text, a.text), at = excluded.at
            """)
        .param("news", news)
        .param("person", person)
        .param("works", works)
        .param("text", text)
        .param("at", at)
        .update();
  }

  Count count(NewsId news) {
    return sql.sql(
            """
            select (select count(*) from issues.hearing h where h.news_id = :news)::int as asked,
                   count(*) filter (where works)::int as yes, count(*) filter (where not works)::int as no
              from issues.works_answer where news_id = :news
            """)
        .param("news", news)
        .query(Count.class)
        .single();
  }

  /** Who said no knows that it is not over. */
  void dispute(IssueId issue, NewsId news) {
    sql.sql(
            """
            update issues.hearing h set state = 'disputed'
             where h.issue_id = :issue and h.news_id = :news
               and exists (select from issues.works_answer a
                            where a.news_id = :news and a.person_id = h.person_id and not a.works)
            """)
        .param("issue", issue)
        .param("news", news)
        .update();
  }
}
