package nl.steunpunt.support.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.Backoff;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How far the mailbox was read, and what became of each mail. */
@Repository
class Mailboxes {
  /** Who reads has it so long; a node that dies leaves it to another after that. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  static final Duration KEPT = Duration.ofDays(30);

  /** Where a mail is, in the words of its server. */
  record Position(long validity, long uid) {}

  record Cursor(@Nullable Long uidValidity, long lastUid, int failures) {}

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

  private final JdbcClient sql;

  Mailboxes(JdbcClient sql) {
    this.sql = sql;
  }

  /** From there on, whatever was read before. */
  void begin(long validity, long uid, Instant now) {
    sql.sql(
            """
            insert into support.mailbox (uid_validity, last_uid, next_at) values (:validity, :uid, :now)
            on conflict (one) do update
               set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid, next_at = excluded.next_at,
                   leased_until = null, failures = 0, failing_since = null, trouble = null, detail = null, read_at = null
            """)
        .param("validity", validity)
        .param("uid", uid)
        .param("now", now)
        .update();
  }

  void lookNow(Instant now) {
    sql.sql("update support.mailbox set next_at = :now").param("now", now).update();
  }

  void end() {
    sql.sql("delete from support.mailbox").update();
  }

  /** For one node at a time. */
  Optional<Cursor> claim(Instant now) {
    return sql.sql(
            """
            update support.mailbox set leased_until = :until
             where next_at <= :now and (leased_until is null or leased_until <= :now)
            returning uid_validity, last_uid, failures
            """)
        .param("until", now.plus(LEASE))
        .param("now", now)
        .query(Cursor.class)
        .optional();
  }

  void read(Instant now, Instant next) {
    sql.sql(
            """
            update support.mailbox
               set leased_until = null, next_at = :next, read_at = :now, failures = 0, failing_since = null, trouble = null,
                   detail = null
            """)
        .param("now", now)
        .param("next", next)
        .update();
  }

  void failed(MailboxTrouble trouble, int failuresBefore, Instant now) {
    sql.sql(
            """
            update support.mailbox
               set leased_until = null, next_at = :next, failures = failures + 1,
                   failing_since = coalesce(failing_since, :now), trouble = :trouble, detail = :detail
            """)
        .param("next", now.plus(Backoff.pause(failuresBefore + 1)))
        .param("now", now)
        .param("trouble", trouble.kind().name().toLowerCase(Locale.ROOT))
        .param("detail", trouble.detail())
        .update();
  }

  /** The folder was made anew on its server: its numbers begin again. */
  void beginAnew(long validity) {
    sql.sql("update support.mailbox set uid_validity = :validity, last_uid = 0")
        .param("validity", validity)
        .update();
  }

  /**
   * In the transaction of what becomes of it: so it is done once, or not yet.
   *
   * @return false: another was here
   */
  boolean pass(Position at) {
    moveOn(at);
    return sql.sql(
                """
                select count(*) from support.mail_in
                 where uid_validity = :validity and uid = :uid and outcome <> 'failing'
                """)
            .param("validity", at.validity)
            .param("uid", at.uid)
            .query(Long.class)
            .single()
        == 0;
  }

  /** Holds the row until the end of the transaction, so that two nodes go one after the other. */
  private void moveOn(Position at) {
    sql.sql(
            """
            update support.mailbox set last_uid = greatest(last_uid, :uid) where uid_validity = :validity
            """)
        .param("uid", at.uid)
        .param("validity", at.validity)
        .update();
  }

  /** Whether a mail with this number came before, as another copy of the same. */
  boolean isRepeated(Position at, @Nullable String messageId) {
    return messageId != null
        && sql.sql(
                """
                select exists (select from support.mail_in
                                where message_id = :id and outcome <> 'failing'
                                  and (uid_validity, uid) <> (:validity, :uid))
                """)
            .param("id", messageId)
            .param("validity", at.validity)
            .param("uid", at.uid)
            .query(Boolean.class)
            .single();
  }

  /**
   * @param reason why it was refused; null: it was not
   */
  void note(
      Position at,
      ReadMail mail,
      @Nullable PersonId person,
      Outcome outcome,
      @Nullable QuestionId question,
      @Nullable String reason,
      Instant now) {
    sql.sql(
            """
            insert into support.mail_in
              (uid_validity, uid, message_id, sender, person_id, subject, outcome, question_id, reason, came_at)
            values (:validity, :uid, :messageId, :sender, :person, :subject, :outcome, :question, :reason, :now)
            on conflict (uid_validity, uid) do update
               set message_id = excluded.message_id, sender = excluded.sender, person_id = excluded.person_id,
                   subject = excluded.subject, outcome = excluded.outcome, question_id = excluded.question_id,
                   reason = excluded.reason, again_at = null
            """)
        .param("validity", at.validity)
        .param("uid", at.uid)
        .param("messageId", mail.messageId())
        .param("sender", mail.sender())
        .param("person", person)
        .param("subject", mail.subject())
        .param("outcome", outcome.word())
        .param("question", question)
        .param("reason", reason)
        .param("now", now)
        .update();
  }

  /**
   * It could not be read: tried again, and set aside at last, so that those behind it go on.
   *
   * @param most how often it is tried
   */
  @Transactional
  void failing(Position at, String reason, int most, Instant now) {
    moveOn(at);
    sql.sql(
            """
            insert into support.mail_in as m (uid_validity, uid, sender, subject, outcome, reason, again_at, came_at)
            values (:validity, :uid, '', '', 'failing', :reason, :again, :now)
            on conflict (uid_validity, uid) do update
               set attempts = m.attempts + 1, reason = excluded.reason, again_at = excluded.again_at,
                   outcome = case when m.attempts + 1 >= :most then 'set_aside' else 'failing' end
             where m.outcome = 'failing'
            """)
        .param("validity", at.validity)
        .param("uid", at.uid)
        .param("reason", reason)
        .param("again", now.plus(Backoff.pause(1)))
        .param("most", most)
        .param("now", now)
        .update();
  }

  List<Long> failingDue(long validity, Instant now, int most) {
    return sql.sql(
            """
            select uid from support.mail_in
             where outcome = 'failing' and again_at <= :now and uid_validity = :validity order by again_at limit :most
            """)
        .param("now", now)
        .param("validity", validity)
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /** An administrator's word; false: it is not set aside any more. */
  boolean tryAgain(long id, Instant now) {
    return sql.sql(
                "update support.mail_in set outcome = 'failing', attempts = 0, again_at = :now where id = :id and outcome = 'set_aside'")
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

  long fromSince(PersonId person, Instant since) {
    return sql.sql(
            "select count(*) from support.mail_in where person_id = :person and came_at > :since")
        .param("person", person)
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
