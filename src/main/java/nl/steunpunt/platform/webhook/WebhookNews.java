package nl.steunpunt.platform.webhook;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import nl.steunpunt.platform.settings.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door for what webhooks are told: written in the transaction of what happened, so nothing is
 * forgotten, and sent once it is committed. Costs nothing while there is no webhook.
 */
@Repository
public class WebhookNews {
  static final String IN_USE = "webhooks-in-use";
  private static final JsonMapper JSON = new JsonMapper();

  /** Once there was a webhook; another node sees it within two seconds. */
  record InUse(boolean since) {}

  private final JdbcClient sql;
  private final Clock clock;
  private final Settings settings;
  private final WebhookDelivering delivering;

  WebhookNews(JdbcClient sql, Clock clock, Settings settings, WebhookDelivering delivering) {
    this.sql = sql;
    this.clock = clock;
    this.settings = settings;
    this.delivering = delivering;
  }

  /**
   * @param word of a {@link WebhookKind}
   * @param subject its path in our own house
   * @param data nothing that tells of persons, and no words that anybody wrote
   * @param people numbers of persons, for webhooks that get them; an absent one is left out
   */
  public void tell(
      String word, String subject, Map<String, Object> data, Map<String, Long> people) {
    if (!settings.get(IN_USE, InUse.class, new InUse(false)).since()) {
      return;
    }
    var owed =
        sql.sql(
                """
                with happened as (
                  insert into platform.webhook_event (id, kind, subject, at, data, people)
                  select :id, :kind, :subject, :now, :data::jsonb, :people::jsonb
                   where exists (select from platform.webhook)
                  returning id)
                insert into platform.webhook_delivery (webhook_id, event_id, state, next_at)
                select w.id, h.id, 'waiting', :now from happened h join platform.webhook w on w.active and :kind = any(w.events)
                 order by w.id
                """)
            .param("id", UUID.randomUUID())
            .param("kind", word)
            .param("subject", subject)
            .param("now", clock.instant())
            .param("data", JSON.writeValueAsString(data))
            .param("people", JSON.writeValueAsString(people))
            .update();
    if (owed > 0) {
      delivering.beginAfterCommit();
    }
  }
}
