package nl.steunpunt.support.question;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import nl.steunpunt.platform.metrics.Gauge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class QuestionGauges {
  /** A step is looked for each second; what waits longer than this is late. */
  private static final Duration LATE = Duration.ofSeconds(10);

  @Bean
  Gauge questionsWithPowerUsers(JdbcClient sql) {
    return at(sql, Status.WITH_POWER_USER, "Questions that a power user has.");
  }

  @Bean
  Gauge questionsWithHelpdesk(JdbcClient sql) {
    return at(sql, Status.WITH_HELPDESK, "Questions that the helpdesk has.");
  }

  private static Gauge at(JdbcClient sql, Status status, String help) {
    return new Gauge(
        "steunpunt_questions_" + status.name().toLowerCase(Locale.ROOT),
        help,
        () ->
            sql.sql("select count(*) from support.question where status = :status")
                .param("status", status)
                .query(Long.class)
                .single());
  }

  @Bean
  Gauge stepsLate(JdbcClient sql, Clock clock) {
    return new Gauge(
        "steunpunt_question_steps_late",
        "Questions whose timed step was due more than ten seconds ago.",
        () ->
            sql.sql("select count(*) from support.question where next_at < :late")
                .param("late", clock.instant().minus(LATE))
                .query(Long.class)
                .single());
  }
}
