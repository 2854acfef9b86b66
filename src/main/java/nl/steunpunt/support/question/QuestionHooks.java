package nl.steunpunt.support.question;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.webhook.WebhookKind;
import nl.steunpunt.platform.webhook.WebhookNews;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What webhooks hear of questions: where they stand, never what was said. */
@Component
class QuestionHooks {
  private static final String ASKED = "question_asked";
  private static final String HANDED_OVER = "question_handed_over";
  private static final String SOLVED = "question_solved";
  private static final String CLOSED = "question_closed";
  private static final String REOPENED = "question_reopened";

  private final WebhookNews news;

  QuestionHooks(WebhookNews news) {
    this.news = news;
  }

  /** Of all that was just done to it, each that can be heard. */
  void tell(long id, Question question) {
    question.newSteps().stream()
        .map(step -> word(step.kind()))
        .filter(word -> !word.isEmpty())
        .distinct()
        .forEach(word -> news.tell(word, "/questions/" + id, data(id, question), people(question)));
  }

  private static String word(StepKind kind) {
    return switch (kind) {
      case ASKED -> ASKED;
      case HANDED_OVER, TO_HELPDESK -> HANDED_OVER;
      case ANSWERED -> SOLVED;
      case CONFIRMED, CLOSED, WITHDRAWN -> CLOSED;
      case DISPUTED, REOPENED -> REOPENED;
      default -> "";
    };
  }

  private static Map<String, Object> data(long id, Question question) {
    var data = new LinkedHashMap<String, Object>();
    data.put("id", id);
    data.put("status", question.status().word());
    data.put("outcome", question.outcome().name().toLowerCase(Locale.ROOT));
    data.put("origin", question.origin().name().toLowerCase(Locale.ROOT));
    data.put("systemId", question.system().value());
    if (question.topic() != null) {
      data.put("topicId", question.topic().value());
    }
    return data;
  }

  private static Map<String, Long> people(Question question) {
    var people = new HashMap<String, Long>();
    put(people, "askerId", question.asker());
    put(people, "powerUserId", question.powerUser());
    return people;
  }

  private static void put(Map<String, Long> people, String name, @Nullable PersonId person) {
    if (person != null) {
      people.put(name, person.value());
    }
  }

  @Bean
  static WebhookKind questionAsked() {
    return new WebhookKind(10, ASKED);
  }

  @Bean
  static WebhookKind questionHandedOver() {
    return new WebhookKind(20, HANDED_OVER);
  }

  @Bean
  static WebhookKind questionSolved() {
    return new WebhookKind(30, SOLVED);
  }

  @Bean
  static WebhookKind questionClosed() {
    return new WebhookKind(40, CLOSED);
  }

  @Bean
  static WebhookKind questionReopened() {
    return new WebhookKind(50, REOPENED);
  }
}
