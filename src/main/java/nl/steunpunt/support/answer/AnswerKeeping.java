package nl.steunpunt.support.answer;

import java.time.Clock;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.AnswerId;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.Suggestible;
import nl.steunpunt.support.SuggestionKind;
import nl.steunpunt.support.Suggestions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeping an answer, keeping it true, and retiring it. What is kept is suggested from its commit
 * on.
 */
@Service
public class AnswerKeeping {
  static final int MAX_TITLE = 200;
  static final int MAX_TEXT = 10_000;

  private final JdbcClient sql;
  private final Suggestions suggestions;
  private final Clock clock;

  AnswerKeeping(JdbcClient sql, Suggestions suggestions, Clock clock) {
    this.sql = sql;
    this.suggestions = suggestions;
    this.clock = clock;
  }

  /**
   * @param title the question it answers, as the next one would ask it
   * @param question where it was given; null: written for its own sake
   */
  @Transactional
  public AnswerId keep(
      PersonId author,
      SystemId system,
      @Nullable TopicId topic,
      @Nullable QuestionId question,
      String title,
      String text,
      String why) {
    var id =
        sql.sql(
                """
                insert into support.answer (system_id, topic_id, title, text, why, author_id, question_id, kept_at, changed_at)
                values (:system, :topic, :title, :text, :why, :author, :question, :now, :now)
                returning id
                """)
            .param("system", system)
            .param("topic", topic)
            .param("title", title(title))
            .param("text", text(text))
            .param("why", why.strip())
            .param("author", author)
            .param("question", question)
            .param("now", clock.instant())
            .query(AnswerId.class)
            .single();
    suggestions.put(suggestible(id, system, topic, title, text, why));
    return id;
  }

  record Place(SystemId systemId, @Nullable TopicId topicId) {}

  @Transactional
  public void change(AnswerId id, String title, String text, String why) {
    var place =
        sql.sql(
                """
                update support.answer set title = :title, text = :text, why = :why, changed_at = :now, retired_at = null
                 where id = :id returning system_id, topic_id
                """)
            .param("id", id)
            .param("title", title(title))
            .param("text", text(text))
            .param("why", why.strip())
            .param("now", clock.instant())
            .query(Place.class)
            .optional()
            .orElseThrow(NotFound::new);
    suggestions.put(suggestible(id, place.systemId, place.topicId, title, text, why));
  }

  /** It is not true any more: nobody finds it, and its page says so. Changing it brings it back. */
  @Transactional
  public void retire(AnswerId id) {
    var changed =
        sql.sql("update support.answer set retired_at = :now where id = :id")
            .param("id", id)
            .param("now", clock.instant())
            .update();
    if (changed == 0) {
      throw new NotFound();
    }
    suggestions.remove(SuggestionKind.ANSWER, id.value());
  }

  /** "This helps me", once per person: counted as a question that was not needed. */
  @Transactional
  public void helped(Me me, AnswerId id) {
    sql.sql(
            """
            insert into support.answer_help (answer_id, person_id, at)
            select id, :me, :now from support.answer where id = :id
            on conflict do nothing
            """)
        .param("id", id)
        .param("me", me.id())
        .param("now", clock.instant())
        .update();
  }

  /** As it is found: under the question it answers, and all that is said. */
  static Suggestible suggestible(
      AnswerId id,
      SystemId system,
      @Nullable TopicId topic,
      String title,
      String text,
      String why) {
    return new Suggestible(
        SuggestionKind.ANSWER,
        id.value(),
        system,
        topic,
        title.strip(),
        text.strip() + "\n" + why.strip());
  }

  static String title(String typed) {
    var title = typed.strip();
    if (title.isEmpty()) {
      throw Refusal.of("answer.refused.no_title");
    }
    if (title.length() > MAX_TITLE) {
      throw Refusal.of("answer.refused.long_title", MAX_TITLE);
    }
    return title;
  }

  static String text(String typed) {
    var text = typed.strip();
    if (text.isEmpty()) {
      throw Refusal.of("answer.refused.no_text");
    }
    if (text.length() > MAX_TEXT) {
      throw Refusal.of("answer.refused.long_text", MAX_TEXT);
    }
    return text;
  }
}
