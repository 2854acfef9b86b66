package nl.steunpunt.notify.push;

import java.util.Optional;
import nl.steunpunt.platform.metrics.Gauge;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.platform.web.AdminWarning;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators and administrators see of it, and what goes after its time. */
@Configuration(proxyBeanMethods = false)
class PushUpkeep {

  @Bean
  Gauge pushesWaiting(PushMessages messages) {
    return new Gauge(
        "steunpunt_pushes_waiting",
        "Notices for browsers that were not sent yet and are still tried.",
        messages::waiting);
  }

  @Bean
  AdminWarning pushKeysLost(VapidKeys keys) {
    return () ->
        keys.canBeUsed()
            ? Optional.empty()
            : Optional.of(
                new AdminWarning.Notice(
                    "push_admin.lost", PushAdminController.PATH, "push_admin.lost.act"));
  }

  /** What nobody looked at, and that a browser once was there. */
  @Bean
  RetentionRule keptNotices(JdbcClient sql) {
    return new RetentionRule(
        "notices",
        62,
        RetentionRule.Unit.DAYS,
        30,
        1,
        180,
        (before, most) ->
            sql.sql(
                    """
                    with unseen as (
                      delete from notify.pending where (person_id, conversation, way) in
                             (select person_id, conversation, way from notify.pending where told_at < :before limit :most)
                      returning 1
                    ), gone as (
                      delete from notify.push_browser where id in
                             (select id from notify.push_browser where endpoint is null and trouble_at < :before limit :most)
                      returning 1
                    )
                    select (select count(*) from unseen)::int + (select count(*) from gone)::int
                    """)
                .param("before", before)
                .param("most", most)
                .query(Integer.class)
                .single());
  }
}
