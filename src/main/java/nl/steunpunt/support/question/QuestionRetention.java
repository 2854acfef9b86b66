package nl.steunpunt.support.question;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.support.QuestionsForgotten;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A question that was settled goes after a time, with all that was said; its pictures go earlier: a
 * screen shot shows more than anybody meant to tell.
 */
@Configuration(proxyBeanMethods = false)
class QuestionRetention {

  @Bean
  RetentionRule keptQuestions(JdbcClient sql, List<QuestionsForgotten> others) {
    return new RetentionRule(
        "questions",
        10,
        RetentionRule.Unit.MONTHS,
        24,
        3,
        120,
        (before, most) -> forget(sql, others, before, most));
  }

  private static int forget(
      JdbcClient sql, List<QuestionsForgotten> others, Instant before, int most) {
    var questions =
        sql.sql(
                """
                select id from support.question
                 where status in ('solved', 'closed') and changed_at < :before
                 order by changed_at limit :most for update skip locked
                """)
            .param("before", before)
            .param("most", most)
            .query(Long.class)
            .list();
    if (questions.isEmpty()) {
      return 0;
    }
    others.forEach(other -> other.forget(questions));
    for (var statement :
        List.of(
            "update support.answer set question_id = null where question_id in (:questions)",
            "update support.signal set question_id = null where question_id in (:questions)",
            "delete from support.question where id in (:questions)")) {
      sql.sql(statement).param("questions", questions).update();
    }
    return questions.size();
  }

  @Bean
  RetentionRule keptPictures(JdbcClient sql) {
    return new RetentionRule(
        "pictures",
        20,
        RetentionRule.Unit.MONTHS,
        6,
        1,
        60,
        (before, most) -> forgetPictures(sql, before, most));
  }

  /** A message that was only a picture keeps that picture's name, or it would be an empty one. */
  private static int forgetPictures(JdbcClient sql, Instant before, int most) {
    return sql.sql(
            """
            with over as (
              select a.id, a.message_id, a.name
                from support.attachment a join support.question q on q.id = a.question_id
               where q.status in ('solved', 'closed') and q.changed_at < :before
               limit :most
                 for update of a skip locked),
            named as (
              update support.message m set text = '(' || names.all_of_them || ')'
                from (select message_id, string_agg(name, ', ' order by id) as all_of_them
                        from over group by message_id) names
               where m.id = names.message_id and m.text = '')
            delete from support.attachment where id in (select id from over)
            """)
        .param("before", before)
        .param("most", most)
        .update();
  }

  @Bean
  RetentionRule keptSignals(JdbcClient sql) {
    return new RetentionRule(
        "signals",
        30,
        RetentionRule.Unit.MONTHS,
        24,
        3,
        120,
        (before, most) ->
            delete(
                sql,
                """
                delete from support.signal where id in
                       (select id from support.signal
                         where state not in ('sent', 'heard') and changed_at < :before order by changed_at limit :most)
                """,
                before,
                most));
  }

  @Bean
  RetentionRule keptHelpMoments(JdbcClient sql) {
    return new RetentionRule(
        "help_moments",
        40,
        RetentionRule.Unit.MONTHS,
        24,
        3,
        120,
        (before, most) ->
            delete(
                sql,
                """
                delete from support.help_moment where id in
                       (select id from support.help_moment where helped_at < :before order by id limit :most)
                """,
                before,
                most));
  }

  private static int delete(JdbcClient sql, String statement, Instant before, int most) {
    return sql.sql(statement).param("before", before).param("most", most).update();
  }
}
