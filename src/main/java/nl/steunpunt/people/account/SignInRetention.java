package nl.steunpunt.people.account;

import java.time.Instant;
import nl.steunpunt.platform.retention.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * In which browser somebody was signed in, and until when, goes when it has been over for a time.
 */
@Configuration(proxyBeanMethods = false)
class SignInRetention {

  @Bean
  RetentionRule keptSignIns(JdbcClient sql) {
    return new RetentionRule(
        "sign_ins",
        50,
        RetentionRule.Unit.DAYS,
        90,
        1,
        365,
        (before, most) -> forget(sql, before, most));
  }

  private static int forget(JdbcClient sql, Instant before, int most) {
    sql.sql("delete from people.password_link where expires_at < :before")
        .param("before", before)
        .update();
    return sql.sql(
            """
            delete from people.sign_in where id in
                   (select id from people.sign_in where least(expires_at, revoked_at) < :before order by id limit :most)
            """)
        .param("before", before)
        .param("most", most)
        .update();
  }
}
