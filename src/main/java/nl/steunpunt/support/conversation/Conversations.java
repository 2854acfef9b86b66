package nl.steunpunt.support.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

  public record Written(PersonId author, MessageKind kind, String text, Instant at) {}

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
    return insert(question, author, clientId, kind, clean);
  }

  /** A message that brings pictures or files needs no words. */
  public Optional<Long> addWithFiles(
      QuestionId question, PersonId author, UUID clientId, String text) {
    return insert(question, author, clientId, MessageKind.SAID, text.strip());
  }

  private Optional<Long> insert(
      QuestionId question, PersonId author, UUID clientId, MessageKind kind, String clean) {
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

  /** What was written elsewhere or before, in order of time. */
  public void addAll(QuestionId question, List<Written> messages) {
    sql.sql(
            """
            insert into support.message (question_id, author_id, client_id, kind, text, written_at)
            select :question, author, gen_random_uuid(), kind, text, at::timestamptz
              from unnest(:authors::bigint[], :kinds::text[], :texts::text[], :at::text[])
                   with ordinality as m (author, kind, text, at, n)
             order by n
            """)
        .param("question", question)
        .param("authors", messages.stream().map(m -> m.author.value()).toArray(Long[]::new))
        .param("kinds", messages.stream().map(m -> word(m.kind)).toArray(String[]::new))
        .param("texts", messages.stream().map(Written::text).toArray(String[]::new))
        .param("at", messages.stream().map(m -> m.at.toString()).toArray(String[]::new))
        .update();
  }

  /**
   * Everyone has read everything, or (for a conversation that goes on) what came before their own
   * last word.
   */
  public void readByAll(QuestionId question, boolean everything) {
    sql.sql(
            """
            update support.participant p
               set read_up_to = coalesce((select max(m.id) from support.message m
                                           where m.question_id = p.question_id
                                             and (:everything or m.author_id = p.person_id)), 0)
             where p.question_id = :question
            """)
        .param("question", question)
        .param("everything", everything)
        .update();
  }

  private static String word(MessageKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** This person has seen everything up to this message. */
  public boolean read(QuestionId question, PersonId reader, long upTo) {
    return sql.sql(
                """
                update support.participant p set read_up_to = m.newest
                  from (select max(id) as newest from support.message
                         where question_id = :question and id <= :upTo) m
                 where p.question_id = :question and p.person_id = :reader and p.read_up_to < m.newest
                """)
            .param("question", question)
            .param("reader", reader)
            .param("upTo", upTo)
            .update()
        > 0;
  }
}
