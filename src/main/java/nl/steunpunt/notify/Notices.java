package nl.steunpunt.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who is owed a mail about what. Written in the transaction of what happened, so nothing is
 * forgotten.
 */
@Repository
public class Notices {
  /**
   * How long it may stay quiet before a mail goes: who is looking reads it in this time and gets
   * none.
   */
  public static final Duration QUIET_SPELL = Duration.ofMinutes(5);

  private final JdbcClient sql;
  private final Clock clock;

  Notices(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** One mail per conversation and quiet spell: what is owed already stays as it is. */
  public void owe(PersonId person, String conversation) {
    owe(person, conversation, clock.instant());
  }

  /**
   * @param since when the first of it happened: the mail tells what happened from then on
   */
  public void owe(PersonId person, String conversation, Instant since) {
    sql.sql(
            """
            insert into notify.pending (person_id, conversation, since, due_at)
            values (:person, :conversation, :since, :due)
            on conflict (person_id, conversation) do nothing
            """)
        .param("person", person)
        .param("conversation", conversation)
        .param("since", since)
        .param("due", clock.instant().plus(QUIET_SPELL))
        .update();
  }

  /** They have seen it. */
  public void seen(PersonId person, String conversation) {
    sql.sql("delete from notify.pending where person_id = :person and conversation = :conversation")
        .param("person", person)
        .param("conversation", conversation)
        .update();
  }
}
