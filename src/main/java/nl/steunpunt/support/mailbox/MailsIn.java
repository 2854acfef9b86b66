package nl.steunpunt.support.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.Backoff;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.mailbox.Mailboxes.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What became of each mail that came in. */
@Repository
class MailsIn {
  static final Duration KEPT = Duration.ofDays(30);

  /** What was mailed last, and can be answered. */
  record Mailed(String messageId, String subject) {}

  enum Outcome {
    ASKED,
    SAID,
    AUTOMATIC,
    BOUNCE,
    LOOP,
    UNKNOWN_SENDER,
    REFUSED,
    REPEATED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Mailboxes mailboxes;
  private final JdbcClient sql;

  MailsIn(Mailboxes mailboxes, JdbcClient sql) {
    this.mailboxes = mailboxes;
    this.sql = sql;
  }

  /**
   * In the transaction of what becomes of it: so it is done once, or not yet.
   *
   * @return false: another was here
   */
  boolean pass(Position at) {
    mailboxes.passed(at);
    return sql.sql(
                """
                select count(*) from support.mail_in
                 where box = :box and uid_validity = :validity and uid = :uid and outcome <> 'failing'
                """)
            .param("box", at.box())
            .param("validity", at.validity())
            .param("uid", at.uid())
            .query(Long.class)
            .single()
        == 0;
  }

  /** Whether a mail with this number came before, as another copy of the same. */
  boolean isRepeated(Position at, @Nullable String messageId) {
    return messageId != null
        && sql.sql(
                """
                select exists (select from support.mail_in
                                where message_id = :id and outcome <> 'failing'
                                  and (box, uid_validity, uid) <> (:box, :validity, :uid))
                """)
            .param("id", messageId)
            .param("box", at.box())
            .param("validity", at.validity())
            .param("uid", at.uid())
            .query(Boolean.class)
            .single();
  }

  /**
   * @param reason why it was refused; null: it was not
   * @param words a mark of what it says
   */
  void note(
      Position at,
      ReadMail mail,
      @Nullable PersonId person,
      Outcome outcome,
      @Nullable QuestionId question,
      @Nullable String reason,
      byte @Nullable [] words,
      Instant now) {
    sql.sql(
            """
            insert into support.mail_in
              (box, uid_validity, uid, message_id, sender, person_id, subject, outcome, question_id, reason, words,
               arrived_at, came_at)
            values (:box, :validity, :uid, :messageId, :sender, :person, :subject, :outcome, :question, :reason, :words,
                    :arrived, :now)
            on conflict (box, uid_validity, uid) do update
               set message_id = excluded.message_id, sender = excluded.sender, person_id = excluded.person_id,
                   subject = excluded.subject, outcome = excluded.outcome, question_id = excluded.question_id,
                   reason = excluded.reason, words = excluded.words, arrived_at = excluded.arrived_at, again_at = null
            """)
        .param("box", at.box())
        .param("validity", at.validity())
        .param("uid", at.uid())
        .param("messageId", mail.messageId())
        .param("sender", mail.sender())
        .param("person", person)
        .param("subject", mail.subject())
        .param("outcome", outcome.word())
        .param("question", question)
        .param("reason", reason)
        .param("words", words)
        .param("arrived", mail.arrivedAt())
        .param("now", now)
        .update();
  }

  /**
   * It could not be read: tried again, and set aside at last, so that those behind it go on.
   *
   * @param reason a word with a sentence: {@code mailbox.reason.}...
   * @param most how often it is tried
   */
  @Transactional
  void failing(Position at, String reason, int most, Instant now) {
    mailboxes.passed(at);
    sql.sql(
            """
            insert into support.mail_in as m (box, uid_validity, uid, sender, subject, outcome, reason, again_at, came_at)
            values (:box, :validity, :uid, '', '', 'failing', :reason, :again, :now)
            on conflict (box, uid_validity, uid) do update
               set attempts = m.attempts + 1, reason = excluded.reason, again_at = excluded.again_at,
                   outcome = case when m.attempts + 1 >= :most then 'set_aside' else 'failing' end
             where m.outcome = 'failing'
            """)
        .param("box", at.box())
        .param("validity", at.validity())
        .param("uid", at.uid())
        .param("reason", reason)
        .param("again", now.plus(Backoff.pause(1)))
        .param("most", most)
        .param("now", now)
        .update();
  }

  /** What could not be read was taken out of the mailbox. */
  void gone(Position at) {
    sql.sql(
            """
            update support.mail_in set outcome = 'discarded', again_at = null
             where box = :box and uid_validity = :validity and uid = :uid and outcome = 'failing'
            """)
        .param("box", at.box())
        .param("validity", at.validity())
        .param("uid", at.uid())
        .update();
  }

  List<Long> failingDue(String box, long validity, Instant now, int most) {
    return sql.sql(
            """
            select uid from support.mail_in
             where outcome = 'failing' and again_at <= :now and box = :box and uid_validity = :validity
             order by again_at limit :most
            """)
        .param("now", now)
        .param("box", box)
        .param("validity", validity)
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /** An administrator's word; false: it is not set aside any more, or lies in another mailbox. */
  boolean tryAgain(long id, Instant now) {
    return sql.sql(
                """
                update support.mail_in m set outcome = 'failing', attempts = 0, again_at = :now
                  from support.mailbox b
                 where m.id = :id and m.outcome = 'set_aside' and b.box = m.box and b.uid_validity = m.uid_validity
                """)
            .param("id", id)
            .param("now", now)
            .update()
        == 1;
  }

  boolean discard(long id) {
    return sql.sql(
                "update support.mail_in set outcome = 'discarded' where id = :id and outcome = 'set_aside'")
            .param("id", id)
            .update()
        == 1;
  }

  /** How many of this person's mails came into the mailbox in that time. */
  long from(PersonId person, Instant since, Instant until) {
    return sql.sql(
            """
            select count(*) from support.mail_in
             where person_id = :person and coalesce(arrived_at, came_at) between :since and :until
            """)
        .param("person", person)
        .param("since", since)
        .param("until", until)
        .query(Long.class)
        .single();
  }

  /** How often this person said the same, here or where a question begins. */
  long saidSince(PersonId person, @Nullable QuestionId question, byte[] words, Instant since) {
    return sql.sql(
            """
            select count(*) from support.mail_in
             where person_id = :person and words = :words and came_at > :since
               and case when :question::bigint is null then outcome = 'asked' else question_id = :question end
            """)
        .param("person", person)
        .param("question", question)
        .param("words", words)
        .param("since", since)
        .query(Long.class)
        .single();
  }

  /**
   * The latest mail of this person that came into this conversation; none: it was not by mail, or
   * long ago.
   */
  Optional<Mailed> latest(QuestionId question, PersonId person) {
    return sql.sql(
            """
            select message_id, subject from support.mail_in
             where person_id = :person and question_id = :question and message_id is not null
               and outcome in ('asked', 'said')
             order by id desc limit 1
            """)
        .param("person", person)
        .param("question", question)
        .query(Mailed.class)
        .optional();
  }

  /**
   * How many refusals this person was told of, or had, since.
   *
   * @param reason empty: any
   */
  long refusedSince(PersonId person, String reason, Instant since) {
    return sql.sql(
            """
            select count(*) from support.mail_in
             where person_id = :person and outcome = 'refused' and came_at > :since and (:reason = '' or reason = :reason)
            """)
        .param("person", person)
        .param("reason", reason)
        .param("since", since)
        .query(Long.class)
        .single();
  }

  /** How many strangers, or how often this one, were answered since. */
  long strangersSince(@Nullable String sender, Instant since) {
    return sql.sql(
            """
            select count(*) from support.mail_in
             where outcome = 'unknown_sender' and came_at > :since and (:sender::text is null or sender = :sender)
            """)
        .param("sender", sender)
        .param("since", since)
        .query(Long.class)
        .single();
  }

  void quote(long message, String quoted) {
    sql.sql("update support.message set quoted = :quoted where id = :id")
        .param("quoted", quoted)
        .param("id", message)
        .update();
  }

  int forget(Instant before) {
    return sql.sql("delete from support.mail_in where came_at < :before")
        .param("before", before)
        .update();
  }
}
