package nl.steunpunt.notify.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.notify.ChatEvent;
import nl.steunpunt.platform.time.Backoff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The channels, what each is owed, and how it goes with each: shared by the nodes. */
@Repository
class ChatChannels {
  /** Longer than a server that answers slowly can keep us. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** What nobody took for so long is told no more. */
  static final Duration KEPT = Duration.ofDays(1);

  /** How long a channel may fail before it is anybody's worry, and one that lost something is. */
  private static final Duration SLOW = Duration.ofMinutes(15);

  private static final Duration NEWS = Duration.ofDays(1);

  /** In one message. */
  static final int MOST_LINES = 20;

  /** As set up. */
  record Channel(
      String name,
      ChatKind kind,
      String sealedAddress,
      String shown,
      String language,
      List<String> events,
      @Nullable Long departmentId,
      @Nullable Long locationId,
      @Nullable Long systemId,
      boolean active) {}

  /**
   * A channel that this node took to write to.
   *
   * @param attempts this one included
   */
  record Claimed(
      ChannelId id,
      String name,
      ChatKind kind,
      String sealedAddress,
      String language,
      int attempts) {}

  record Owed(ChatEvent event, long subjectId, Instant happenedAt) {}

  private final JdbcClient sql;
  private final Clock clock;

  ChatChannels(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  ChannelId add(Channel channel) {
    return parameters(
            sql.sql(
                """
                insert into notify.chat_channel (name, kind, sealed_address, shown, language, events,
                                                 department_id, location_id, system_id, try_at)
                values (:name, :kind, :address, :shown, :language, :events::text[],
                        :department::bigint, :location::bigint, :system::bigint, :now)
                returning id
                """),
            channel)
        .query(ChannelId.class)
        .single();
  }

  /** It is tried again at once: what was wrong with it may be put right. */
  void save(ChannelId id, Channel channel) {
    parameters(
            sql.sql(
                """
                update notify.chat_channel
                   set name = :name, kind = :kind, sealed_address = :address, shown = :shown, language = :language,
                       events = :events::text[], department_id = :department::bigint, location_id = :location::bigint,
                       system_id = :system::bigint, try_at = :now
                 where id = :id
                """),
            channel)
        .param("id", id)
        .update();
  }

  private JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, Channel channel) {
    return statement
        .param("name", channel.name)
        .param("kind", channel.kind)
        .param("address", channel.sealedAddress)
        .param("shown", channel.shown)
        .param("language", channel.language)
        .param("events", channel.events.toArray(String[]::new))
        .param("department", channel.departmentId)
        .param("location", channel.locationId)
        .param("system", channel.systemId)
        .param("now", clock.instant());
  }

  Optional<Channel> find(ChannelId id) {
    return find(id, "");
  }

  /** As {@link #find}, for who changes it in this transaction. */
  Optional<Channel> locked(ChannelId id) {
    return find(id, " for update");
  }

  private Optional<Channel> find(ChannelId id, String how) {
    return sql.sql(
            """
            select name, kind, sealed_address, shown, language, events, department_id, location_id, system_id, active
              from notify.chat_channel where id = :id
            """
                + how)
        .param("id", id)
        .query(Channel.class)
        .optional();
  }

  /** What a channel that is off would have been told is of no use to it later. */
  void setActive(ChannelId id, boolean active) {
    sql.sql(
            """
            with gone as (delete from notify.chat_news where channel_id = :id and not :active)
            update notify.chat_channel
               set active = :active, try_at = :now, attempts = 0, failing_since = null, trouble = null, detail = null
             where id = :id
            """)
        .param("id", id)
        .param("active", active)
        .param("now", clock.instant())
        .update();
  }

  void remove(ChannelId id) {
    sql.sql("delete from notify.chat_channel where id = :id").param("id", id).update();
  }

  /** The next that is owed something and may be tried, for this node alone until its lease ends. */
  Optional<Claimed> claim() {
    var now = clock.instant();
    return sql.sql(
            """
            update notify.chat_channel set attempts = attempts + 1, try_at = :until
             where id = (select c.id from notify.chat_channel c
                          where c.active and c.try_at <= :now
                            and exists (select from notify.chat_news n where n.channel_id = c.id)
                          order by c.try_at, c.id limit 1 for update skip locked)
            returning id, name, kind, sealed_address, language, attempts
            """)
        .param("until", now.plus(LEASE))
        .param("now", now)
        .query(Claimed.class)
        .optional();
  }

  /** The oldest of it, as much as fits into a message. */
  List<Owed> owed(ChannelId id) {
    return sql.sql(
            """
            select event, subject_id, happened_at from notify.chat_news
             where channel_id = :id order by happened_at, event, subject_id limit :most
            """)
        .param("id", id)
        .param("most", MOST_LINES)
        .query(Owed.class)
        .list();
  }

  /** What has happened again meanwhile stays owed. */
  @Transactional
  public void delivered(ChannelId id, List<Owed> told) {
    forget(id, told);
    arrived(id);
  }

  void arrived(ChannelId id) {
    sql.sql(
            """
            update notify.chat_channel
               set delivered_at = :now, try_at = :now, attempts = 0, failing_since = null, trouble = null, detail = null
             where id = :id
            """)
        .param("id", id)
        .param("now", clock.instant())
        .update();
  }

  /** None of it is worth telling any more: nothing was sent, so nothing is known of the channel. */
  @Transactional
  public void nothingToSay(ChannelId id, List<Owed> stale) {
    forget(id, stale);
    sql.sql("update notify.chat_channel set attempts = attempts - 1, try_at = :now where id = :id")
        .param("id", id)
        .param("now", clock.instant())
        .update();
  }

  private void forget(ChannelId id, List<Owed> owed) {
    sql.sql(
            """
            delete from notify.chat_news n
             using unnest(:events::text[], :subjects::bigint[], :at::timestamptz[]) as told (event, subject, at)
             where n.channel_id = :id and n.event = told.event and n.subject_id = told.subject
               and n.happened_at = told.at
            """)
        .param("id", id)
        .param("events", owed.stream().map(one -> one.event.word()).toArray(String[]::new))
        .param("subjects", owed.stream().map(Owed::subjectId).toArray(Long[]::new))
        .param("at", owed.stream().map(one -> one.happenedAt.toString()).toArray(String[]::new))
        .update();
  }

  /**
   * @param until the server asked to be left alone until then; null: it did not
   */
  @Transactional
  public void failed(ChannelId id, int attempts, ChatTrouble trouble, @Nullable Instant until) {
    var now = clock.instant();
    sql.sql(
            """
            with given_up as (
              delete from notify.chat_news where channel_id = :id and happened_at < :old returning 1)
            update notify.chat_channel
               set failing_since = coalesce(failing_since, :now), trouble = :trouble, detail = :detail, try_at = :due,
                   lost = lost + (select count(*) from given_up),
                   lost_at = case when exists (select from given_up) then :now else lost_at end
             where id = :id
            """)
        .param("id", id)
        .param("old", now.minus(KEPT))
        .param("now", now)
        .param("trouble", trouble.key())
        .param("detail", trouble.detail())
        .param("due", Backoff.next(now, attempts, until))
        .update();
  }

  /** Some channel has been failing for a while, or has lost something lately. */
  boolean areInTrouble() {
    var now = clock.instant();
    return sql.sql(
            """
            select exists (select from notify.chat_channel
                            where active and (failing_since < :slow or lost_at > :lately))
            """)
        .param("slow", now.minus(SLOW))
        .param("lately", now.minus(NEWS))
        .query(Boolean.class)
        .single();
  }

  long waiting() {
    return sql.sql("select count(*) from notify.chat_news").query(Long.class).single();
  }
}
