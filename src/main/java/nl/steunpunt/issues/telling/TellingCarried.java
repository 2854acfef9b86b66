package nl.steunpunt.issues.telling;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.issues.IssueCarrying;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who heard what goes along when issues become one or two. Who comes to an issue that stands
 * otherwise hears how it stands; else nobody hears anything anew, and who still had to hear it
 * still has to, once.
 */
@Component
class TellingCarried implements IssueCarrying {
  private static final String COPY = SqlFile.beside(TellingCarried.class, "copy.sql");
  private static final String REST = SqlFile.beside(TellingCarried.class, "rest.sql");
  private static final String BACK = SqlFile.beside(TellingCarried.class, "back.sql");

  /** Follows the one that is kept by this merger alone. */
  private static final String CARRIED =
      """
      select c.person_id from issues.carried_person c join issues.merger g on g.id = c.merger_id
       where g.gone_id = :gone and g.kept_id = :kept and g.undone_at is null
      """;

  /**
   * @param carried it is another issue's
   */
  record Newest(NewsId id, boolean carried) {}

  private final JdbcClient sql;
  private final NewsSpreading spreading;
  private final Receipts receipts;
  private final Clock clock;

  TellingCarried(JdbcClient sql, NewsSpreading spreading, Receipts receipts, Clock clock) {
    this.sql = sql;
    this.spreading = spreading;
    this.receipts = receipts;
    this.clock = clock;
  }

  @Override
  public void merged(IssueId gone, IssueId kept) {
    var two = Map.<String, Object>of("gone", gone, "kept", kept);
    spreading.finish(gone);
    unsend(gone);
    var same = standTheSame(two);
    var news = newest(kept);
    if (news.isPresent() && !news.get().carried) {
      recall(two, news.get().id);
    }
    if (news.isPresent() && !news.get().carried && !same) {
      spreading.catchUp(news.get().id, carriedWithoutNews(two));
    } else {
      if (news.isEmpty()) {
        newsAs(gone, kept, same);
      }
      run(COPY, two);
    }
    // Of who follows an issue nothing rests there: this is from when they left it.
    run(
        """
        delete from issues.hearing_at_rest r
         where r.issue_id = :gone
           and (r.state = 'to_tell'
                or exists (select from issues.me_too m where m.issue_id = :gone and m.person_id = r.person_id))
        """,
        Map.of("gone", gone));
    sql.sql(REST).params(two).param("same", same).update();
  }

  @Override
  public void mergerUndone(IssueId gone, IssueId kept, Collection<PersonId> people) {
    receipts.unsend(kept, people, clock.instant());
    run(BACK, Map.of("gone", gone, "kept", kept));
    receipts.rest(kept, people);
    spreading.beginAfterCommit();
  }

  /** Who follows both hears of the new one from its next news on: what is known now, they know. */
  @Override
  public void split(
      IssueId from, IssueId to, Collection<PersonId> moved, Collection<PersonId> both) {
    spreading.finish(from);
    receipts.unsend(from, moved, clock.instant());
    newsAs(from, to, false);
    sql.sql(
            """
            insert into issues.hearing (issue_id, person_id, news_id, state, product_at, power_user_id)
            select :to, h.person_id, n.id, h.state, h.product_at, h.power_user_id
              from issues.hearing h join issues.news n on n.issue_id = :to
             where h.issue_id = :from and h.person_id = any(:people::bigint[])
            """)
        .param("from", from)
        .param("to", to)
        .param("people", numbers(moved))
        .update();
    receipts.rest(from, moved);
  }

  /** All whom the product told. */
  private void unsend(IssueId issue) {
    var told =
        sql.sql("select person_id from issues.hearing where issue_id = :issue and state = 'heard'")
            .param("issue", issue)
            .query(PersonId.class)
            .list();
    receipts.unsend(issue, told, clock.instant());
  }

  /** What people are told of the one is what they are told of the other. */
  private boolean standTheSame(Map<String, Object> two) {
    return sql.sql(
            """
            select (g.status, g.workaround, g.planned_release) is not distinct from (k.status, k.workaround, k.planned_release)
              from issues.issue g, issues.issue k where g.id = :gone and k.id = :kept
            """)
        .params(two)
        .query(Boolean.class)
        .single();
  }

  private Optional<Newest> newest(IssueId issue) {
    return sql.sql(
            "select id, carried from issues.news where issue_id = :issue order by id desc limit 1")
        .param("issue", issue)
        .query(Newest.class)
        .optional();
  }

  /** Who followed it before, and knows this. */
  private void recall(Map<String, Object> two, NewsId news) {
    sql.sql(
            """
            with back as (
              delete from issues.hearing_at_rest where issue_id = :kept and person_id in (%s) returning *
            )
            insert into issues.hearing (issue_id, person_id, news_id, state, product_at, power_user_id, heard_id)
            select issue_id, person_id, news_id, state, product_at, power_user_id, heard_id
              from back where news_id = :news
            on conflict do nothing
            """
                .formatted(CARRIED))
        .params(two)
        .param("news", news)
        .update();
  }

  private List<PersonId> carriedWithoutNews(Map<String, Object> two) {
    return sql.sql(
            CARRIED
                + """
                   and (select true from issues.hearing h where h.issue_id = :kept and h.person_id = c.person_id) is null
                 order by c.person_id
                """)
        .params(two)
        .query(PersonId.class)
        .list();
  }

  /**
   * One without news of its own is for those who come to it as the other was.
   *
   * @param same what the desk wrote about the other one is as true of this one
   */
  private void newsAs(IssueId other, IssueId issue, boolean same) {
    sql.sql(
            """
            insert into issues.news (issue_id, at, by_id, text_nl, text_en, spread_at, carried)
            select :issue, n.at, n.by_id, case when :same then n.text_nl end, case when :same then n.text_en end, :now, true
              from issues.news n
             where n.id = (select max(id) from issues.news where issue_id = :other)
            """)
        .param("issue", issue)
        .param("other", other)
        .param("same", same)
        .param("now", clock.instant())
        .update();
  }

  private void run(String statement, Map<String, Object> parameters) {
    sql.sql(statement).params(parameters).update();
  }

  private static Long[] numbers(Collection<PersonId> people) {
    return people.stream().map(PersonId::value).toArray(Long[]::new);
  }
}
