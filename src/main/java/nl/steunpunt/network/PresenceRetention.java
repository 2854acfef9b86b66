package nl.steunpunt.network;

import java.time.Instant;
import nl.steunpunt.platform.retention.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When somebody was last at the screen is worth nothing tomorrow; when they were away, next year.
 */
@Configuration(proxyBeanMethods = false)
class PresenceRetention {

  @Bean
  RetentionRule keptPresence(JdbcClient sql) {
    return new RetentionRule(
        "presence",
        60,
        RetentionRule.Unit.DAYS,
        1,
        1,
        30,
        (before, most) ->
            delete(
                sql,
                """
                delete from network.presence where person_id in
                       (select person_id from network.presence where seen_at < :before limit :most)
                """,
                before,
                most));
  }

  @Bean
  RetentionRule keptAbsences(JdbcClient sql) {
    return new RetentionRule(
        "absences",
        70,
        RetentionRule.Unit.MONTHS,
        12,
        1,
        60,
        (before, most) ->
            delete(
                    sql,
                    """
                    delete from network.absence where (person_id, from_at) in
                           (select person_id, from_at from network.absence where until_at < :before limit :most)
                    """,
                    before,
                    most)
                + delete(
                    sql,
                    """
                    delete from network.full_until where person_id in
                           (select person_id from network.full_until where until_at < :before limit :most)
                    """,
                    before,
                    most));
  }

  private static int delete(JdbcClient sql, String statement, Instant before, int most) {
    return sql.sql(statement).param("before", before).param("most", most).update();
  }
}
