package nl.steunpunt.network.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.BusyTimes;
import nl.steunpunt.network.PresenceNews;
import nl.steunpunt.network.agenda.BusyReading.Busy;
import nl.steunpunt.network.whohelps.Availability.Span;
import nl.steunpunt.network.whohelps.DeskHours;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whose calendar is read where, and what it says of the coming week. */
@Repository
class Agendas implements BusyTimes {
  /** So long one that was taken away can be put back. */
  static final Duration UNDO = Duration.ofHours(1);

  /** Who reads it has so long; then another node may. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** What an unreadable calendar said before is believed for so long. */
  private static final Duration BELIEVED = Duration.ofHours(24);

  /** Times that begin by themselves, of a week. */
  private static final int MOST_TIMES = 200;

  /**
   * One that is to be read now.
   *
   * @param wholeAt null: never
   */
  record Due(
      PersonId personId,
      String sealedAddress,
      @Nullable String etag,
      @Nullable String modified,
      @Nullable Instant wholeAt,
      int failures) {}

  private final JdbcClient sql;
  private final PresenceNews news;

  Agendas(JdbcClient sql, PresenceNews news) {
    this.sql = sql;
    this.news = news;
  }

  /** In the place of another; with what was just read of it. */
  @Transactional
  void put(
      PersonId person,
      String sealed,
      String host,
      AgendaSource.Read read,
      Instant now,
      Instant next) {
    sql.sql(
            """
            insert into network.agenda (person_id, sealed_address, host, since) values (:person, :sealed, :host, :now)
            on conflict (person_id) do update
               set sealed_address = excluded.sealed_address, host = excluded.host, since = excluded.since, removed_at = null
            """)
        .param("person", person)
        .param("sealed", sealed)
        .param("host", host)
        .param("now", now)
        .update();
    sql.sql("delete from network.agenda_reading where person_id = :person")
        .param("person", person)
        .update();
    keep(person, read, now, next);
  }

  @Override
  public void add(PersonId person, Instant from, Instant until) {
    sql.sql(
            """
            insert into network.busy_time (person_id, from_at, until_at)
            select :person, :from, :until
             where not exists (select from network.busy_time
                                where person_id = :person and from_at <= :until and until_at >= :from)
            """)
        .param("person", person)
        .param("from", from)
        .param("until", until)
        .update();
  }

  /** False: there is none. */
  @Transactional
  boolean remove(PersonId person, Instant now) {
    var removed =
        sql.sql(
                """
                update network.agenda set removed_at = :now where person_id = :person and removed_at is null
                """)
            .param("now", now)
            .param("person", person)
            .update();
    forgetTimes(person);
    news.changed(List.of(person));
    return removed > 0;
  }

  /** False: it is gone for good. */
  boolean putBack(PersonId person, Instant now) {
    return sql.sql(
                """
                update network.agenda set removed_at = null where person_id = :person and removed_at > :since
                """)
            .param("person", person)
            .param("since", now.minus(UNDO))
            .update()
        > 0;
  }

  /** Of who is no power user any more nothing is shown, so nothing is kept. */
  @Transactional
  void forget(List<PersonId> people) {
    for (var table : List.of("agenda", "agenda_reading", "busy_time")) {
      sql.sql(
              "delete from network."
                  + table
                  + " where person_id = any(:people::bigint[]) and person_id not in"
                  + " (select m.person_id from network.mandate m where m.state in ('provisional', 'active'))")
          .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
          .update();
    }
  }

  private void forgetTimes(PersonId person) {
    for (var table : List.of("agenda_reading", "busy_time")) {
      sql.sql("delete from network." + table + " where person_id = :person")
          .param("person", person)
          .update();
    }
  }

  Optional<Due> of(PersonId person) {
    return sql.sql(
            """
            select a.person_id, a.sealed_address, null as etag, null as modified, null::timestamptz as whole_at,
                   coalesce(r.failures, 0) as failures
              from network.agenda a left join network.agenda_reading r on r.person_id = a.person_id
             where a.person_id = :person and a.removed_at is null
            """)
        .param("person", person)
        .query(Due.class)
        .optional();
  }

  /** For this node alone, until it says what came of it or its time is over. */
  List<Due> claim(Instant now, int most) {
    return sql.sql(
            """
            with due as materialized (
              select a.person_id, a.sealed_address from network.agenda a
                left join network.agenda_reading r on r.person_id = a.person_id
               where a.removed_at is null and coalesce(r.next_at, '-infinity') <= :now
               order by r.next_at nulls first limit :most
                 for update of a skip locked
            ), claimed as (
              insert into network.agenda_reading (person_id, next_at) select person_id, :lease from due
              on conflict (person_id) do update set next_at = excluded.next_at
              returning person_id, etag, modified, whole_at, failures
            )
            select c.person_id, d.sealed_address, c.etag, c.modified, c.whole_at, c.failures
              from claimed c join due d on d.person_id = c.person_id
            """)
        .param("now", now)
        .param("lease", now.plus(LEASE))
        .param("most", most)
        .query(Due.class)
        .list();
  }

  List<DeskHours> deskHours(PersonId person) {
    return sql.sql(
            """
            select weekday, from_time as "from", until_time as until from network.desk_hours where person_id = :person
            """)
        .param("person", person)
        .query(DeskHours.class)
        .list();
  }

  /** What came of it, unless its owner took it away or named another meanwhile. */
  @Transactional
  void read(Due due, AgendaSource.Read read, Instant now, Instant next) {
    if (isStill(due)) {
      keep(due.personId, read, now, next);
    }
  }

  @Transactional
  void failed(Due due, AgendaTrouble.Kind trouble, Instant now, Instant next) {
    if (!isStill(due)) {
      return;
    }
    sql.sql(
            """
            insert into network.agenda_reading (person_id, next_at, failures, trouble) values (:person, :next, 1, :trouble)
            on conflict (person_id) do update
               set next_at = excluded.next_at, failures = agenda_reading.failures + 1, trouble = excluded.trouble
            """)
        .param("person", due.personId)
        .param("next", next)
        .param("trouble", trouble.word())
        .update();
    sql.sql(
            """
            delete from network.busy_time b using network.agenda_reading r
             where b.person_id = :person and r.person_id = :person and r.read_at < :before
            """)
        .param("person", due.personId)
        .param("before", now.minus(BELIEVED))
        .update();
  }

  private boolean isStill(Due due) {
    return sql.sql(
            """
            select person_id from network.agenda
             where person_id = :person and sealed_address = :sealed and removed_at is null for update
            """)
        .param("person", due.personId)
        .param("sealed", due.sealedAddress)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  private void keep(PersonId person, AgendaSource.Read read, Instant now, Instant next) {
    var busy = read.busy();
    sql.sql(
            """
            insert into network.agenda_reading (person_id, next_at, read_at, whole_at, etag, modified, unread)
            values (:person, :next, :now, :whole::timestamptz, :etag, :modified, :unread)
            on conflict (person_id) do update
               set next_at = excluded.next_at, read_at = excluded.read_at, failures = 0, trouble = null,
                   whole_at = coalesce(excluded.whole_at, agenda_reading.whole_at),
                   etag = coalesce(excluded.etag, case when excluded.whole_at is null then agenda_reading.etag end),
                   modified = coalesce(excluded.modified, case when excluded.whole_at is null then agenda_reading.modified end),
                   unread = case when excluded.whole_at is null then agenda_reading.unread else excluded.unread end
            """)
        .param("person", person)
        .param("next", next)
        .param("now", now)
        .param("whole", busy == null ? null : now)
        .param("etag", read.etag())
        .param("modified", read.modified())
        .param("unread", busy == null ? 0 : busy.unread())
        .update();
    if (busy != null) {
      keepTimes(person, busy, now);
    }
  }

  /** Those that began stay told; that one which goes on is gone is told now. */
  private void keepTimes(PersonId person, Busy busy, Instant now) {
    var times =
        busy.times().stream().filter(time -> time.until().isAfter(now)).limit(MOST_TIMES).toList();
    var gone =
        sql.sql(
                """
                with times as (
                  select * from unnest(:from::timestamptz[], :until::timestamptz[]) as t (from_at, until_at)
                ), gone as (
                  delete from network.busy_time b where b.person_id = :person
                     and not exists (select from times t where t.from_at = b.from_at)
                  returning b.from_at
                ), kept as (
                  insert into network.busy_time (person_id, from_at, until_at)
                  select :person, from_at, until_at from times
                  on conflict (person_id, from_at) do update
                     set until_at = excluded.until_at,
                         begun = busy_time.begun and busy_time.until_at = excluded.until_at
                )
                select exists (select from gone where from_at <= :now)
                """)
            .param("person", person)
            .param("from", array(times, Span::from))
            .param("until", array(times, Span::until))
            .param("now", now)
            .query(Boolean.class)
            .single();
    if (gone) {
      news.changed(List.of(person));
    }
  }

  private static String[] array(
      List<Span> times, java.util.function.Function<Span, Instant> which) {
    return times.stream().map(which).map(Instant::toString).toArray(String[]::new);
  }
}
