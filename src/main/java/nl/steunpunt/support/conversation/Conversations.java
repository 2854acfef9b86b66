package nl.steunpunt.support.conversation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.QuestionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages of all questions. Who may write is decided before, at the question's door. */
@Repository
public class Conversations {
  public static final int MAX_LENGTH = 10_000;

  private final JdbcClient sql;
  private final Clock clock;

  Conversations(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Adds a message once: the number its client made is what makes a retry no second message.
   *
   * @return the message's number, or nothing when it was there already
   */
  public Optional<Long> add(
      QuestionId question, PersonId author, UUID clientId, MessageKind kind, String text) {
    var clean = text.strip();
    if (clean.isEmpty()) {
      throw Refusal.of("message.refused.empty");
    }
    if (clean.length() > MAX_LENGTH) {
      throw Refusal.of("message.refused.too_long", MAX_LENGTH);
    }
    return sql.sql(
            """
            insert into support.message (question_id, author_id, client_id, kind, text, written_at)
            values (:question, :author, :client, :kind, :text, :now)
            on conflict (question_id, client_id) do nothing
            returning id
            """)
        .param("question", question)
        .param("author", author)
        .param("client", clientId)
        .param("kind", kind)
        .param("text", clean)
        .param("now", clock.instant())
        .query(Long.class)
        .optional();
  }

  /** This person has seen everything up to this message. */
  public boolean read(QuestionId question, PersonId reader, long upTo) {
    return sql.sql(
                """
                update support.participant set read_up_to = :upTo
                 where question_id = :question and person_id = :reader and read_up_to < :upTo
                """)
            .param("question", question)
            .param("reader", reader)
            .param("upTo", upTo)
            .update()
        > 0;
  }
}
