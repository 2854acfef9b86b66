package nl.steunpunt.support.answer;

import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.AnswerId;
import nl.steunpunt.support.Suggestions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes its author's name out of an answer, also where it is found by. */
@Component
public class AnswerNaming {
  private final JdbcClient sql;
  private final Suggestions suggestions;

  AnswerNaming(JdbcClient sql, Suggestions suggestions) {
    this.sql = sql;
    this.suggestions = suggestions;
  }

  private record Changed(
      AnswerId id,
      SystemId systemId,
      @Nullable TopicId topicId,
      String title,
      String text,
      String why,
      boolean retired) {}

  /**
   * @param pattern PostgreSQL's regular expression, matched in any case of letters
   */
  public void remove(PersonId author, String pattern) {
    var changed =
        sql.sql(
                """
                update support.answer
                   set title = regexp_replace(title, :pattern, '…', 'gi'), text = regexp_replace(text, :pattern, '…', 'gi'),
                       why = regexp_replace(why, :pattern, '…', 'gi')
                 where author_id = :author and (title ~* :pattern or text ~* :pattern or why ~* :pattern)
                returning id, system_id, topic_id, title, text, why, retired_at is not null as retired
                """)
            .param("author", author)
            .param("pattern", pattern)
            .query(Changed.class)
            .list();
    suggestions.putAll(
        changed.stream()
            .filter(one -> !one.retired)
            .map(one ->
                AnswerKeeping.suggestible(
                    one.id, one.systemId, one.topicId, one.title, one.text, one.why))
            .toList());
  }
}
