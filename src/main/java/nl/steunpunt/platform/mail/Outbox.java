package nl.steunpunt.platform.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.platform.time.Backoff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails that wait, shared by the nodes. */
@Repository
class Outbox {
  /**
   * Longer than a server that answers slowly can keep us. A lease and not an open transaction: that
   * would hold up everyone's live events for as long.
   */
  static final Duration LEASE = Duration.ofMinutes(5);

  /** With the pauses of {@link Backoff}: a day. */
  static final int ATTEMPTS = 30;

  /** One mail goes after the other, and each may wait some seconds for a slow server. */
  private static final Duration SLOW = Duration.ofMinutes(15);

  /** How long it is news that one was given up. */
  private static final Duration NEWS = Duration.ofDays(1);

  private static final Duration NEWS_FOR_ITS_READER = Duration.ofDays(7);

  private static final Duration KEPT = Duration.ofDays(30);

  /** What waited longer, such as from before there was a server, is no news to anybody any more. */
  private static final Duration STALE = Duration.ofDays(2);

  private final JdbcClient sql;
  private final Clock clock;

  Outbox(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void add(
      String to,
      Locale language,
      String subject,
      String text,
      String html,
      @Nullable String unsubscribe,
      Letter.@Nullable Thread thread,
      String domain) {
    var tag = thread == null ? "" : "." + thread.tag();
    sql.sql(
            """
            insert into platform.mail
              (message_id, recipient, language, subject, text_body, html_body, unsubscribe, thread_id, reply_to,
               created_at, due_at)
            values (:messageId, :to, :language, :subject, :text, :html, :unsubscribe, :thread, :replyTo, :now, :now)
            """)
        .param("messageId", "<" + UUID.randomUUID() + tag + "@" + domain + ">")
        .param("to", to)
        .param("language", language.getLanguage())
        .param("subject", subject)
        .param("text", text)
        .param("html", html)
        .param("unsubscribe", unsubscribe)
        .param("thread", thread == null ? null : ids(thread, domain))
        .param("replyTo", thread == null ? null : thread.replyTo())
        .param("now", clock.instant())
        .update();
  }

  /** What it belongs to, and last what it answers: as a mail program looks for them (RFC 5322). */
  private static String ids(Letter.Thread thread, String domain) {
    var all = "<" + thread.tag() + "@" + domain + ">";
    var answers = thread.answers();
    return answers == null ? all : all + " " + answers.messageId();
  }

  /** The next that is due, for this node alone until its lease is over. */
  Optional<OutgoingMail> claim() {
    var now = clock.instant();
    return sql.sql(
            """
            update platform.mail set attempts = attempts + 1, due_at = :until
             where id = (select id from platform.mail
                          where sent_at is null and gave_up_at is null and due_at <= :now and created_at > :stale
                          order by due_at, id limit 1 for update skip locked)
            returning id, message_id, recipient, language, subject, text_body, html_body, unsubscribe, thread_id, reply_to,
                      created_at, attempts
            """)
        .param("until", now.plus(LEASE))
        .param("now", now)
        .param("stale", now.minus(STALE))
        .query(OutgoingMail.class)
        .optional();
  }

  void sent(OutgoingMail mail) {
    sql.sql(
            """
            update platform.mail
               set sent_at = :now, text_body = '', html_body = '', unsubscribe = null, reply_to = null, trouble = null, detail = null
             where id = :id
            """)
        .param("now", clock.instant())
        .param("id", mail.id())
        .update();
  }

  void failed(OutgoingMail mail, MailTrouble trouble) {
    var givesUp = trouble.isFinal() || mail.attempts() >= ATTEMPTS;
    sql.sql(
            """
            update platform.mail
               set trouble = :trouble, detail = :detail, due_at = :due,
                   gave_up_at = case when :givesUp then :now::timestamptz end,
                   text_body = case when :givesUp then '' else text_body end,
                   html_body = case when :givesUp then '' else html_body end,
                   unsubscribe = case when :givesUp then null else unsubscribe end,
                   reply_to = case when :givesUp then null else reply_to end
             where id = :id
            """)
        .param("trouble", trouble.kind())
        .param("detail", trouble.detail())
        .param("due", clock.instant().plus(Backoff.pause(mail.attempts())))
        .param("givesUp", givesUp)
        .param("now", clock.instant())
        .param("id", mail.id())
        .update();
  }

  long waiting() {
    return sql.sql(
            "select count(*) from platform.mail where sent_at is null and gave_up_at is null")
        .query(Long.class)
        .single();
  }

  /** What is still to go: also what was tried in vain, and waits to be tried again. */
  long toGo() {
    return sql.sql(
            """
            select count(*) from platform.mail
             where sent_at is null and gave_up_at is null and created_at > :stale
            """)
        .param("stale", clock.instant().minus(STALE))
        .query(Long.class)
        .single();
  }

  /** One was tried in vain, or waits for long; or one was given up lately. */
  boolean isStuck() {
    var now = clock.instant();
    return sql.sql(
            """
            select exists (
              select from platform.mail
               where sent_at is null
                 and (gave_up_at > :lately
                      or gave_up_at is null and (trouble is not null or created_at < :slow)))
            """)
        .param("lately", now.minus(NEWS))
        .param("slow", now.minus(SLOW))
        .query(Boolean.class)
        .single();
  }

  List<FailedMail> latestFailures() {
    return sql.sql(
            """
            select recipient, subject, created_at, attempts, trouble, detail, gave_up_at
              from platform.mail where sent_at is null and trouble is not null
             order by id desc limit 20
            """)
        .query(FailedMail.class)
        .list();
  }

  Optional<FailedMail> latestFailure(String recipient) {
    return sql.sql(
            """
            select recipient, subject, created_at, attempts, trouble, detail, gave_up_at
              from platform.mail
             where sent_at is null and trouble is not null and lower(recipient) = lower(:recipient)
               and (gave_up_at is null or gave_up_at > :lately)
             order by id desc limit 1
            """)
        .param("recipient", recipient)
        .param("lately", clock.instant().minus(NEWS_FOR_ITS_READER))
        .query(FailedMail.class)
        .optional();
  }

  /** Who was mailed what subject is forgotten after 30 days, and what nobody waits for at once. */
  void forgetOld() {
    sql.sql(
            "delete from platform.mail where sent_at is null and gave_up_at is null and created_at < :stale")
        .param("stale", clock.instant().minus(STALE))
        .update();
    sql.sql("delete from platform.mail where sent_at < :before or gave_up_at < :before")
        .param("before", clock.instant().minus(KEPT))
        .update();
  }

  void forget(String recipient) {
    sql.sql("delete from platform.mail where lower(recipient) = lower(:recipient)")
        .param("recipient", recipient)
        .update();
  }
}
