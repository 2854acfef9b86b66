package nl.steunpunt.issues.solving;

import nl.steunpunt.platform.retention.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was said goes some time after the issue ended; the workaround that came of it stays. */
@Configuration(proxyBeanMethods = false)
class SolvingRetention {
  @Bean
  static RetentionRule keptPosts(JdbcClient sql) {
    return new RetentionRule(
        "issue_posts",
        45,
        RetentionRule.Unit.MONTHS,
        24,
        3,
        60,
        (before, most) ->
            sql.sql(
                    """
                    delete from issues.solving_post where id in
                           (select s.id from issues.solving_post s join issues.issue i on i.id = s.issue_id
                             where s.at < :before and i.changed_at < :before and not i.open limit :most)
                    """)
                .param("before", before)
                .param("most", most)
                .update());
  }
}
