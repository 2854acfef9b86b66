package nl.steunpunt.issues.telling;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.NamePattern;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.platform.retention.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody was told, and what they told others. */
@Component
@Order(41)
class TellingRecords implements PersonalRecords {
  private final JdbcClient sql;

  TellingRecords(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Section> about(PersonId person) {
    return List.of(
        Section.read(
            sql,
            "issue_news",
            """
            select i.id as issue, i.title, h.state, t.name as told_by
              from (select issue_id, person_id, state, power_user_id from issues.hearing
                    union all select issue_id, person_id, state, power_user_id from issues.hearing_at_rest) h
              join issues.issue i on i.id = h.issue_id
              left join people.pub_person t on t.id = h.power_user_id
             where h.person_id = :person order by i.id
            """,
            person),
        Section.read(
            sql,
            "issue_news_told",
            """
            select issue_id as issue, count(*) as people from issues.hearing
             where power_user_id = :person group by issue_id order by issue_id
            """,
            person),
        Section.read(
            sql,
            "issue_news_words",
            """
            select n.issue_id as issue, w.language, w.text
              from issues.own_words w join issues.news n on n.id = w.news_id
             where w.power_user_id = :person order by n.issue_id, w.language
            """,
            person),
        Section.read(
            sql,
            "issue_disputes",
            """
            select issue_id as issue, people, text, at from issues.dispute
             where power_user_id = :person order by id
            """,
            person),
        Section.read(
            sql,
            "issue_works",
            """
            select n.issue_id as issue, a.works, a.text, a.at
              from issues.works_answer a join issues.news n on n.id = a.news_id
             where a.person_id = :person order by n.id
            """,
            person));
  }

  @Override
  public void erase(Leaver leaver) {
    var pattern = NamePattern.of(leaver);
    for (var statement :
        List.of(
            """
            update issues.dispute set text = regexp_replace(text, :pattern, '…', 'gi')
             where text ~* :pattern
               and (power_user_id = :person
                    or issue_id in (select issue_id from issues.me_too where person_id = :person))
            """,
            """
            update issues.own_words w set text = regexp_replace(text, :pattern, '…', 'gi')
             where text ~* :pattern
               and news_id in (select n.id from issues.news n join issues.me_too m on m.issue_id = n.issue_id
                                where m.person_id = :person)
            """,
            "delete from issues.hearing where person_id = :person",
            "delete from issues.hearing_at_rest where person_id = :person",
            "delete from issues.carried_name where person_id = :person",
            "delete from issues.works_answer where person_id = :person",
            "delete from issues.own_words where power_user_id = :person",
            "update issues.hearing set power_user_id = null where power_user_id = :person",
            "update issues.hearing_at_rest set power_user_id = null where power_user_id = :person",
            "update issues.dispute set power_user_id = null where power_user_id = :person",
            "update issues.news set by_id = null where by_id = :person")) {
      sql.sql(statement).param("person", leaver.id()).param("pattern", pattern).update();
    }
  }

  /**
   * Who heard what is worth nothing once it is old; what was said against it stands with the issue.
   */
  @Bean
  static RetentionRule keptHearings(JdbcClient sql) {
    return new RetentionRule(
        "issue_news",
        35,
        RetentionRule.Unit.MONTHS,
        6,
        1,
        24,
        (before, most) ->
            forget(sql, "hearing", before, most) + forget(sql, "hearing_at_rest", before, most));
  }

  private static int forget(JdbcClient sql, String table, Instant before, int most) {
    return sql.sql(
            """
            delete from issues.%s where (issue_id, person_id) in
                   (select h.issue_id, h.person_id from issues.%s h join issues.news n on n.id = h.news_id
                     where n.at < :before and h.state <> 'to_tell' limit :most)
            """
                .formatted(table, table))
        .param("before", before)
        .param("most", most)
        .update();
  }
}
