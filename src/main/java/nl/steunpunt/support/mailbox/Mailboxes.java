package nl.steunpunt.support.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.platform.time.Backoff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which mailbox is read, and how far. */
@Repository
class Mailboxes {
  /** Who reads has it so long; a node that dies leaves it to another after that. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  /**
   * Where a mail is, in the words of its server.
   *
   * @param box in another mailbox the same numbers are other mails
   */
  record Position(String box, long validity, long uid) {}

  /**
   * @param oldUntil up to this number only what nobody has read there
   */
  record Cursor(
      String box, @Nullable Long uidValidity, long lastUid, long oldUntil, int failures) {}

  private final JdbcClient sql;

  Mailboxes(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * From there on, unless it is read already. What is read is asked here, and not of settings,
   * which a node may know two seconds late.
   *
   * @param box {@link MailboxSettings#box()}
   * @param validity null: with what nobody has read there
   * @param newest up to which number mails lie there now
   * @return false: it goes on where it was
   */
  boolean begin(String box, @Nullable Long validity, long uid, long newest, Instant now) {
    return sql.sql(
                """
                insert into support.mailbox as b (box, uid_validity, last_uid, old_until, next_at)
                values (:box, :validity, :uid, :newest, :now)
                on conflict (one) do update
                   set box = excluded.box, uid_validity = excluded.uid_validity, last_uid = excluded.last_uid,
                       old_until = excluded.old_until, next_at = excluded.next_at, leased_until = null,
                       failures = 0, failing_since = null, trouble = null, detail = null, read_at = null
                 where coalesce(b.box, excluded.box) <> excluded.box
                """)
            .param("box", box)
            .param("validity", validity)
            .param("uid", uid)
            .param("newest", newest)
            .param("now", now)
            .update()
        == 1;
  }

  boolean isRead(String box) {
    return sql.sql("select exists (select from support.mailbox where coalesce(box, :box) = :box)")
        .param("box", box)
        .query(Boolean.class)
        .single();
  }

  void lookNow(Instant now) {
    sql.sql("update support.mailbox set next_at = :now").param("now", now).update();
  }

  void end() {
    sql.sql("delete from support.mailbox").update();
  }

  /**
   * For one node at a time.
   *
   * @param box which mailbox this node knows of: of another one it would read all anew
   */
  Optional<Cursor> claim(String box, Instant now) {
    return sql.sql(
            """
            with mine as (
              update support.mailbox set leased_until = :until, box = :box
               where next_at <= :now and (leased_until is null or leased_until <= :now) and coalesce(box, :box) = :box
              returning box, old.box as known_as, uid_validity, last_uid, old_until, failures),
            named as (
              update support.mail_in set box = :box where box = '' and exists (select from mine where known_as is null))
            select box, uid_validity, last_uid, old_until, failures from mine
            """)
        .param("box", box)
        .param("until", now.plus(LEASE))
        .param("now", now)
        .query(Cursor.class)
        .optional();
  }

  void read(Cursor cursor, Instant now, Instant next) {
    sql.sql(
            """
            update support.mailbox
               set leased_until = null, next_at = :next, read_at = :now, failures = 0, failing_since = null, trouble = null,
                   detail = null
             where box = :box
            """)
        .param("box", cursor.box)
        .param("now", now)
        .param("next", next)
        .update();
  }

  void failed(Cursor cursor, MailboxTrouble trouble, Instant now) {
    sql.sql(
            """
            update support.mailbox
               set leased_until = null, next_at = :next, failures = failures + 1,
                   failing_since = coalesce(failing_since, :now), trouble = :trouble, detail = :detail
             where box = :box
            """)
        .param("box", cursor.box)
        .param("next", now.plus(Backoff.pause(cursor.failures + 1)))
        .param("now", now)
        .param("trouble", trouble.kind().name().toLowerCase(Locale.ROOT))
        .param("detail", trouble.detail())
        .update();
  }

  /** The folder was made anew on its server: its numbers begin again. */
  void beginAnew(Cursor cursor, long validity, long newest) {
    sql.sql(
            """
            update support.mailbox set uid_validity = :validity, last_uid = 0, old_until = :newest where box = :box
            """)
        .param("box", cursor.box)
        .param("validity", validity)
        .param("newest", newest)
        .update();
  }

  /**
   * Up to there it was looked at, also what was left alone. Holds the row until the end of the
   * transaction, so that two nodes go one after the other. Who still looks into the mailbox of
   * before moves nothing on in this one.
   *
   * @return false: another mailbox is read now
   */
  boolean passed(Position at) {
    return sql.sql(
            """
            update support.mailbox
               set last_uid = case when box = :box and uid_validity = :validity then greatest(last_uid, :uid) else last_uid end
            returning box = :box
            """)
        .param("box", at.box)
        .param("uid", at.uid)
        .param("validity", at.validity)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }
}
