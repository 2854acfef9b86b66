package nl.steunpunt.helpdesk.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.steunpunt.platform.webhook.WebhookKind;
import nl.steunpunt.platform.webhook.WebhookNews;
import nl.steunpunt.support.QuestionId;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What webhooks hear of what the desk did. */
@Component
class TicketHooks {
  private static final String CLOSED = "ticket_closed";
  private static final String RETURNED = "ticket_returned";

  private final WebhookNews news;

  TicketHooks(WebhookNews news) {
    this.news = news;
  }

  void closed(QuestionId question, Closing closing) {
    var data = new LinkedHashMap<String, Object>();
    data.put("questionId", question.value());
    data.put("reason", closing.reason().word());
    data.put("couldPowerUser", closing.couldPowerUser());
    news.tell(CLOSED, "/questions/" + question, data, Map.of());
  }

  void returned(QuestionId question) {
    news.tell(RETURNED, "/questions/" + question, Map.of("questionId", question.value()), Map.of());
  }

  @Bean
  static WebhookKind ticketClosed() {
    return new WebhookKind(80, CLOSED);
  }

  @Bean
  static WebhookKind ticketReturned() {
    return new WebhookKind(90, RETURNED);
  }
}
