package nl.steunpunt.network.hours;

import java.time.Instant;
import java.time.LocalDate;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.platform.time.OrganisationClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Long enough to write a year's appraisal with, and no longer. */
@Configuration(proxyBeanMethods = false)
class HoursRetention {
  @Bean
  RetentionRule keptHours(JdbcClient sql) {
    return new RetentionRule(
        "hours",
        75,
        RetentionRule.Unit.MONTHS,
        13,
        3,
        24,
        (before, most) ->
            delete(
                    sql,
                    """
                    delete from network.work where id in
                           (select id from network.work where day < :before order by day limit :most)
                    """,
                    before,
                    most)
                + delete(
                    sql,
                    """
                    delete from network.work_week where (mandate_id, week) in
                           (select mandate_id, week from network.work_week where week < :before limit :most)
                    """,
                    before,
                    most)
                + delete(
                    sql,
                    """
                    delete from network.over_question where mandate_id in
                           (select mandate_id from network.over_question where week < :before limit :most)
                    """,
                    before,
                    most));
  }

  private static int delete(JdbcClient sql, String statement, Instant before, int most) {
    return sql.sql(statement)
        .param("before", LocalDate.ofInstant(before, OrganisationClock.ZONE))
        .param("most", most)
        .update();
  }
}
