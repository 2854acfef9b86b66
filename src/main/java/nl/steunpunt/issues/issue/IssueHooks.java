package nl.steunpunt.issues.issue;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.platform.webhook.WebhookKind;
import nl.steunpunt.platform.webhook.WebhookNews;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What webhooks hear of issues: status and number, no titles, and nobody who is hit. */
@Component
class IssueHooks {
  private static final String REPORTED = "issue_reported";
  private static final String CHANGED = "issue_changed";

  private final WebhookNews news;

  IssueHooks(WebhookNews news) {
    this.news = news;
  }

  void reported(Issues.Issue issue) {
    tell(REPORTED, issue, null);
  }

  void changed(Issues.Issue issue) {
    tell(CHANGED, issue, null);
  }

  void wentInto(Issues.Issue issue, IssueId kept) {
    tell(CHANGED, issue, kept);
  }

  /**
   * @param mergedInto null: it is an issue of its own
   */
  private void tell(String word, Issues.Issue issue, @Nullable IssueId mergedInto) {
    var data = new LinkedHashMap<String, Object>();
    data.put("id", issue.id().value());
    data.put("status", issue.status().word());
    data.put("hasWorkaround", issue.workaround() != null);
    data.put("systemId", issue.systemId().value());
    if (issue.topicId() != null) {
      data.put("topicId", issue.topicId().value());
    }
    if (mergedInto != null) {
      data.put("mergedInto", mergedInto.value());
    }
    news.tell(word, "/issues/" + issue.id(), data, Map.of());
  }

  @Bean
  static WebhookKind issueReported() {
    return new WebhookKind(60, REPORTED);
  }

  @Bean
  static WebhookKind issueChanged() {
    return new WebhookKind(70, CHANGED);
  }
}
