package nl.steunpunt.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.time.Timed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** After the quiet spell: who has not seen it by then gets one mail about all of it. */
@Component
class NoticeSending implements Timed {
  private static final int BATCH = 50;

  record Owed(
      PersonId personId, String conversation, Instant since, String email, String language) {}

  private final JdbcClient sql;
  private final List<ConversationLetter> writers;
  private final Mails mails;
  private final TransactionTemplate transaction;

  NoticeSending(
      JdbcClient sql,
      List<ConversationLetter> writers,
      Mails mails,
      TransactionTemplate transaction) {
    this.sql = sql;
    this.writers = writers;
    this.mails = mails;
    this.transaction = transaction;
  }

  @Override
  public Optional<Instant> nextDue() {
    return sql.sql("select min(due_at) as at from notify.pending")
        .query((row, number) -> Optional.ofNullable(row.getTimestamp("at")))
        .single()
        .map(java.sql.Timestamp::toInstant);
  }

  /**
   * The row goes and the mail is queued in one transaction: neither is lost, and no mail is made
   * twice.
   */
  @Override
  public List<Fired> fireDue(Instant now) {
    return transaction.execute(status -> {
      var fired = new ArrayList<Fired>();
      for (var owed : claim(now)) {
        var letter = letter(owed);
        if (letter.isPresent()) {
          mails.queue(owed.email, letter.get(), Locale.of(owed.language));
        }
        fired.add(new Fired(letter.isPresent() ? "mail" : "seen", owed.personId.value(), now));
      }
      return fired;
    });
  }

  private List<Owed> claim(Instant now) {
    return sql.sql(
            """
            with due as (
              delete from notify.pending
               where (person_id, conversation) in (
                 select person_id, conversation from notify.pending
                  where due_at <= :now order by due_at limit :batch for update skip locked)
              returning person_id, conversation, since)
            select d.person_id, d.conversation, d.since, p.email, p.language
              from due d join people.pub_person p on p.id = d.person_id and p.active
            """)
        .param("now", now)
        .param("batch", BATCH)
        .query(Owed.class)
        .list();
  }

  private Optional<Letter> letter(Owed owed) {
    return writers.stream()
        .filter(writer -> writer.isFor(owed.conversation))
        .findFirst()
        .flatMap(writer -> writer.write(owed.personId, owed.conversation, owed.since));
  }
}
