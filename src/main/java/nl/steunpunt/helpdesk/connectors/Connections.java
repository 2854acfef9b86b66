package nl.steunpunt.helpdesk.connectors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.Backoff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The helpdesk systems that are connected, and how it goes with each: shared by the nodes. */
@Repository
class Connections {
  /** Longer than what is begun at one may take. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** How long one may fail before it is anybody's worry. */
  private static final Duration SLOW = Duration.ofMinutes(15);

  /**
   * As set up.
   *
   * @param version how often that was changed, from 1
   */
  record Connection(
      String name,
      String kind,
      String address,
      String sealedKey,
      String sealedBell,
      List<Long> systems,
      PersonId speakerId,
      String language,
      String place,
      String places,
      String fields,
      String statuses,
      String people,
      boolean active,
      int version) {
    Mapping mapping() {
      return new Mapping(place, places, fields, statuses, people);
    }
  }

  /**
   * One that this node works at now.
   *
   * @param attempts this one included
   * @param seenUpTo null: nothing of ours is there yet
   */
  record Claimed(ConnectionId id, int attempts, boolean mayPoll, @Nullable Instant seenUpTo) {}

  private final JdbcClient sql;
  private final Clock clock;

  Connections(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  ConnectionId add(Connection one) {
    return parameters(
            sql.sql(
                """
                insert into helpdesk.connection (name, kind, address, sealed_key, sealed_bell, systems, speaker_id, language,
                                                 place, places, fields, statuses, people, active, poll_at, try_at)
                values (:name, :kind, :address, :key, :bell, :systems::bigint[], :speaker, :language, :place, :places,
                        :fields, :statuses, :people, :active, :now, :now)
                returning id
                """),
            one)
        .query(ConnectionId.class)
        .single();
  }

  /** It is tried again at once: what was wrong with it may be put right. */
  void save(ConnectionId id, Connection one) {
    parameters(
            sql.sql(
                """
                update helpdesk.connection
                   set name = :name, kind = :kind, address = :address, sealed_key = :key, sealed_bell = :bell,
                       systems = :systems::bigint[], speaker_id = :speaker, language = :language, place = :place,
                       places = :places, fields = :fields, statuses = :statuses, people = :people, active = :active,
                       try_at = :now, attempts = 0, version = version + 1
                 where id = :id
                """),
            one)
        .param("id", id)
        .update();
  }

  private JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, Connection one) {
    return statement
        .param("name", one.name)
        .param("kind", one.kind)
        .param("address", one.address)
        .param("key", one.sealedKey)
        .param("bell", one.sealedBell)
        .param("systems", one.systems.toArray(Long[]::new))
        .param("speaker", one.speakerId)
        .param("language", one.language)
        .param("place", one.place)
        .param("places", one.places)
        .param("fields", one.fields)
        .param("statuses", one.statuses)
        .param("people", one.people)
        .param("active", one.active)
        .param("now", clock.instant());
  }

  Optional<Connection> find(ConnectionId id) {
    return find(id, "");
  }

  /** As {@link #find}, for who changes it in this transaction. */
  Optional<Connection> locked(ConnectionId id) {
    return find(id, " for no key update");
  }

  private Optional<Connection> find(ConnectionId id, String how) {
    return sql.sql(
            """
            select name, kind, address, sealed_key, sealed_bell, systems, speaker_id, language, place, places, fields,
                   statuses, people, active, version
              from helpdesk.connection where id = :id
            """
                + how)
        .param("id", id)
        .query(Connection.class)
        .optional();
  }

  void setActive(ConnectionId id, boolean active) {
    sql.sql(
            """
            update helpdesk.connection
               set active = :active, try_at = :now, attempts = 0, failing_since = null, trouble = null, detail = null
             where id = :id
            """)
        .param("id", id)
        .param("active", active)
        .param("now", clock.instant())
        .update();
  }

  void remove(ConnectionId id) {
    sql.sql("delete from helpdesk.connection where id = :id").param("id", id).update();
  }

  /** The next with something to do, for this node alone until it lets go or its lease ends. */
  Optional<Claimed> claim() {
    var now = clock.instant();
    return sql.sql(
            """
            update helpdesk.connection c set attempts = c.attempts + 1, try_at = :until
             where c.id = (select x.id from helpdesk.connection x
                            where x.active and x.try_at <= :now
                              and (exists (select from helpdesk.linked_ticket t
                                            where t.connection_id = x.id
                                              and (t.look_at <= :now
                                                   or (x.poll_at <= :now and t.their_id is not null)))
                                   or exists (select from helpdesk.letter l
                                                join helpdesk.linked_ticket t on t.id = l.ticket_id
                                               where t.connection_id = x.id and l.dead_at is null and l.due_at <= :now
                                                 and not exists (select from helpdesk.letter e
                                                                  where e.ticket_id = l.ticket_id and e.id < l.id)))
                            order by x.try_at, x.id limit 1 for no key update skip locked)
            returning c.id, c.attempts, c.poll_at <= :now as may_poll, c.seen_up_to
            """)
        .param("until", now.plus(LEASE))
        .param("now", now)
        .query(Claimed.class)
        .optional();
  }

  /** It answers: whoever has more to do there may go on. */
  void reached(ConnectionId id) {
    sql.sql(
            """
            update helpdesk.connection
               set attempts = 0, try_at = :now, reached_at = :now, failing_since = null, trouble = null, detail = null
             where id = :id
            """)
        .param("id", id)
        .param("now", clock.instant())
        .update();
  }

  /**
   * @param upTo by their clock; null: nothing was read
   * @param pause until the next time
   */
  void polled(ConnectionId id, @Nullable Instant upTo, Duration pause) {
    sql.sql(
            """
            update helpdesk.connection
               set seen_up_to = greatest(seen_up_to, :upTo::timestamptz), poll_at = :next
             where id = :id
            """)
        .param("id", id)
        .param("upTo", upTo)
        .param("next", clock.instant().plus(pause))
        .update();
  }

  void failed(ConnectionId id, int attempts, Trouble trouble) {
    var now = clock.instant();
    sql.sql(
            """
            update helpdesk.connection
               set failing_since = coalesce(failing_since, :now), trouble = :trouble, detail = :detail, try_at = :due
             where id = :id
            """)
        .param("id", id)
        .param("now", now)
        .param("trouble", trouble.key())
        .param("detail", trouble.detail())
        .param("due", Backoff.next(now, attempts, trouble.until()))
        .update();
  }

  boolean areInTrouble() {
    return sql.sql(
            "select exists (select from helpdesk.connection where active and failing_since < :slow)")
        .param("slow", clock.instant().minus(SLOW))
        .query(Boolean.class)
        .single();
  }
}
