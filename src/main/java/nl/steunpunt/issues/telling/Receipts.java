package nl.steunpunt.issues.telling;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.notify.Notices;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who heard what, and from whom. */
@Repository
public class Receipts {
  private final JdbcClient sql;
  private final Notices notices;

  Receipts(JdbcClient sql, Notices notices) {
    this.sql = sql;
    this.notices = notices;
  }

  /**
   * Who is not waiting for it any more, such as who just read it, stays as they are.
   *
   * @return how many
   */
  int told(IssueId issue, NewsId news, List<PersonId> people, PersonId by) {
    return sql.sql(
            """
            update issues.hearing set state = 'told', power_user_id = :by
             where issue_id = :issue and news_id = :news and state = 'to_tell' and person_id = any(:people::bigint[])
            """)
        .param("issue", issue)
        .param("news", news)
        .param("people", numbers(people))
        .param("by", by)
        .update();
  }

  /** Also whom they told before: it is not so for them. */
  int disputed(IssueId issue, NewsId news, List<PersonId> people, PersonId by) {
    return sql.sql(
            """
            update issues.hearing set state = 'disputed', power_user_id = :by
             where issue_id = :issue and news_id = :news
               and (state = 'to_tell' and person_id = any(:people::bigint[]) or state = 'told' and power_user_id = :by)
            """)
        .param("issue", issue)
        .param("news", news)
        .param("people", numbers(people))
        .param("by", by)
        .update();
  }

  private static Long[] numbers(Collection<PersonId> people) {
    return people.stream().map(PersonId::value).toArray(Long[]::new);
  }

  /** It was a mistake: whom this power user said they told is to be told again. */
  int takeBack(IssueId issue, NewsId news, PersonId by) {
    return sql.sql(
            """
            update issues.hearing set state = 'to_tell', power_user_id = null
             where issue_id = :issue and news_id = :news and power_user_id = :by and state = 'told'
            """)
        .param("issue", issue)
        .param("news", news)
        .param("by", by)
        .update();
  }

  void keepDispute(IssueId issue, NewsId news, PersonId by, int people, String text, Instant at) {
    sql.sql(
            """
            insert into issues.dispute (issue_id, news_id, power_user_id, people, text, at)
            values (:issue, :news, :by, :people, :text, :at)
            """)
        .param("issue", issue)
        .param("news", news)
        .param("by", by)
        .param("people", people)
        .param("text", text)
        .param("at", at)
        .update();
  }

  void keepWords(NewsId news, PersonId by, String language, String text) {
    sql.sql(
            """
            insert into issues.own_words (news_id, power_user_id, language, text) values (:news, :by, :language, :text)
            on conflict (news_id, power_user_id, language) do update set text = excluded.text
            """)
        .param("news", news)
        .param("by", by)
        .param("language", language)
        .param("text", text)
        .update();
  }

  void dropWords(NewsId news, PersonId by, String language) {
    sql.sql(
            """
            delete from issues.own_words where news_id = :news and power_user_id = :by and language = :language
            """)
        .param("news", news)
        .param("by", by)
        .param("language", language)
        .update();
  }

  /** They read it themselves: nobody need tell them. */
  public void read(IssueId issue, PersonId person) {
    sql.sql(
            """
            update issues.hearing set state = 'heard'
             where issue_id = :issue and person_id = :person and state = 'to_tell'
            """)
        .param("issue", issue)
        .param("person", person)
        .update();
  }

  /** They are not hit any more, or never were. */
  public void leave(IssueId issue, PersonId person) {
    rest(issue, List.of(person));
  }

  /**
   * They follow it no longer. What they heard of it they have heard, should it come to them again
   * with another issue; what waits for them does not.
   */
  void rest(IssueId issue, Collection<PersonId> people) {
    unsend(issue, people, Instant.EPOCH);
    sql.sql(
            """
            with away as (
              delete from issues.hearing where issue_id = :issue and person_id = any(:people::bigint[]) returning *
            )
            insert into issues.hearing_at_rest (issue_id, person_id, news_id, state, product_at, power_user_id, heard_id)
            select issue_id, person_id, news_id, state, product_at, power_user_id, heard_id
              from away where state <> 'to_tell'
            on conflict (issue_id, person_id) do update
               set news_id = excluded.news_id, state = excluded.state, product_at = excluded.product_at,
                   power_user_id = excluded.power_user_id, heard_id = excluded.heard_id, passed_to = null
            """)
        .param("issue", issue)
        .param("people", numbers(people))
        .update();
  }

  /**
   * Of whom the product told the mail may not have gone yet: then it does not go, and they are
   * still to be told.
   *
   * @param at when the product tells them at the latest
   */
  void unsend(IssueId issue, Collection<PersonId> people, Instant at) {
    var unsent = notices.takeBack(people, IssueConversation.of(issue));
    if (unsent.isEmpty()) {
      return;
    }
    sql.sql(
            """
            update issues.hearing set state = 'to_tell', product_at = least(product_at, :at)
             where issue_id = :issue and person_id = any(:people::bigint[]) and state = 'heard'
            """)
        .param("issue", issue)
        .param("people", numbers(unsent))
        .param("at", at)
        .update();
  }

  void deskWords(NewsId news, @Nullable String nl, @Nullable String en) {
    sql.sql("update issues.news set text_nl = :nl, text_en = :en where id = :news")
        .param("news", news)
        .param("nl", nl)
        .param("en", en)
        .update();
  }
}
