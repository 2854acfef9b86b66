package nl.steunpunt.campaign.round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rounds and their taps. A round is found by its walker and its number, never by one of them.
 */
@Repository
class Rounds {
  /** Of a location {@code l}: somebody sits there whom {@code :me} helps, or they themselves do. */
  static final String IS_OF_THEIRS =
      """
      exists (select from people.pub_person p
               where p.location_id = l.id and p.active
                 and (p.id = :me or exists (select from network.pub_constituency c
                                             where c.person_id = p.id and c.power_user_id = :me)))
      """;

  /** Nobody walks longer; a round that was never ended does not count as a day. */
  static final Duration LONGEST = Duration.ofHours(4);

  /** As it is kept; what it brought stands in other modules. */
  record Kept(
      long roundId,
      Tap.Kind kind,
      @Nullable Long helpMomentId,
      @Nullable Long signalId,
      @Nullable Long issueId,
      @Nullable Long whomId) {}

  /**
   * @param endedAt null: it goes on
   * @param standing taps that were not taken back
   */
  record Sum(
      Instant startedAt, @Nullable Instant endedAt, Instant last, int standing, int helpedMinutes) {
    /** Rounded up, at least one, without the help on the way. */
    int minutes() {
      var walked = Duration.between(startedAt, last);
      var most = walked.compareTo(LONGEST) > 0 ? LONGEST : walked;
      return (int) Math.max(1, (most.toSeconds() + 59) / 60 - helpedMinutes);
    }
  }

  private final JdbcClient sql;
  private final Clock clock;

  Rounds(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Held until the transaction ends: two tabs that send the same do so one after the other. */
  Optional<Long> locked(PersonId me, UUID id) {
    return sql.sql(
            "select id from campaign.round where person_id = :me and client_id = :id for update")
        .param("me", me)
        .param("id", id)
        .query(Long.class)
        .optional();
  }

  /** Empty: it is there already. */
  Optional<Long> add(PersonId me, Walk walk) {
    return sql.sql(
            """
            insert into campaign.round (person_id, client_id, started_at) values (:me, :id, :at)
            on conflict do nothing returning id
            """)
        .param("me", me)
        .param("id", walk.id())
        .param("at", walk.startedAt())
        .query(Long.class)
        .optional();
  }

  /** Those of them that are places of this person's people, their own, or on their route. */
  int addZones(PersonId me, long round, List<Long> places) {
    return sql.sql(
            """
            insert into campaign.round_zone (round_id, sort, location_id)
            select :round, min(w.n), l.id
              from unnest(:places::bigint[]) with ordinality as w (id, n)
              join people.pub_location l on l.id = w.id
             where l.id in (select location_id from campaign.round_stop where person_id = :me) or
            """
                + IS_OF_THEIRS
                + " group by l.id")
        .param("me", me)
        .param("round", round)
        .param("places", places.toArray(Long[]::new))
        .update();
  }

  boolean leadsAlong(long round, long place) {
    return sql.sql(
            """
            select exists (select from campaign.round_zone where round_id = :round and location_id = :place)
            """)
        .param("round", round)
        .param("place", place)
        .query(Boolean.class)
        .single();
  }

  /** Empty: it is there already. */
  Optional<Long> add(PersonId me, long round, Tap tap, Instant at) {
    // Who was talked to, helped or heard is nobody's business, whatever a client sends along.
    var names = tap.kind() == Tap.Kind.ME_TOO;
    return sql.sql(
            """
            insert into campaign.tap (round_id, person_id, client_id, kind, location_id, occurred_at, minutes, issue_id, whom_id)
            values (:round, :me, :id, :kind, :place, :at, :minutes, :issue, :whom)
            on conflict do nothing returning id
            """)
        .param("round", round)
        .param("me", me)
        .param("id", tap.id())
        .param("kind", tap.kind())
        .param("place", tap.place())
        .param("at", at)
        .param("minutes", tap.kind() == Tap.Kind.HELPED ? tap.minutes() : null)
        .param("issue", names ? tap.issue() : null)
        .param("whom", names ? tap.person() : null)
        .query(Long.class)
        .optional();
  }

  void brought(long tap, @Nullable Long helpMoment, @Nullable Long signal, boolean joined) {
    sql.sql(
            """
            update campaign.tap set help_moment_id = :helpMoment, signal_id = :signal, joined = :joined where id = :id
            """)
        .param("id", tap)
        .param("helpMoment", helpMoment)
        .param("signal", signal)
        .param("joined", joined)
        .update();
  }

  boolean isUndone(PersonId me, UUID tap) {
    return sql.sql(
            """
            select exists (select from campaign.tap_undone where person_id = :me and client_id = :tap)
            """)
        .param("me", me)
        .param("tap", tap)
        .query(Boolean.class)
        .single();
  }

  void undo(PersonId me, UUID tap, Instant at) {
    sql.sql(
            """
            insert into campaign.tap_undone (person_id, client_id, at) values (:me, :tap, :at)
            on conflict do nothing
            """)
        .param("me", me)
        .param("tap", tap)
        .param("at", at)
        .update();
  }

  /** The tap that now is undone; empty: it is not there yet, or was undone before. */
  Optional<Kept> nowUndone(PersonId me, UUID tap) {
    return sql.sql(
            """
            update campaign.tap set undone = true
             where person_id = :me and client_id = :tap and not undone
            returning round_id, kind, help_moment_id, signal_id, issue_id, whom_id
            """)
        .param("me", me)
        .param("tap", tap)
        .query(Kept.class)
        .optional();
  }

  /**
   * Whether the issue got this person by a tap, and by none that still stands. From then on what
   * they say themselves is theirs.
   */
  boolean nobodySaysSoAnyMore(PersonId me, long issue, long whom) {
    return sql.sql(
                """
                update campaign.tap t set joined = false
                 where t.person_id = :me and t.kind = 'me_too' and t.issue_id = :issue and t.whom_id = :whom and t.joined
                   and not exists (select from campaign.tap other
                                    where other.person_id = :me and other.kind = 'me_too' and other.issue_id = :issue
                                      and other.whom_id = :whom and not other.undone)
                """)
            .param("me", me)
            .param("issue", issue)
            .param("whom", whom)
            .update()
        > 0;
  }

  /**
   * What follows from the taps, whatever order they came in. One that nobody ended ended with its
   * last tap, once its day is over.
   */
  Sum sum(long round) {
    sql.sql(
            """
            update campaign.round_zone z
               set walked_at = (select max(t.occurred_at) from campaign.tap t
                                 where t.round_id = z.round_id and t.location_id = z.location_id
                                   and t.kind = 'walked' and not t.undone)
             where z.round_id = :round
            """)
        .param("round", round)
        .update();
    return sql.sql(
            """
            with standing as (
              select kind, occurred_at, minutes from campaign.tap where round_id = :round and not undone
            )
            update campaign.round r
               set ended_at = coalesce((select max(occurred_at) from standing where kind = 'ended'),
                                       case when r.started_at < :midnight
                                            then greatest(r.started_at, (select max(occurred_at) from standing)) end)
             where r.id = :round
            returning r.started_at, r.ended_at,
                      greatest(r.started_at, coalesce((select max(occurred_at) from standing), r.started_at)) as last,
                      (select count(*)::int from standing) as standing,
                      (select coalesce(sum(minutes), 0)::int from standing where kind = 'helped') as helped_minutes
            """)
        .param("round", round)
        .param("midnight", midnight(clock.instant()))
        .query(Sum.class)
        .single();
  }

  /** Those of days before that nobody ended, as {@link #sum} ends them. */
  void endOfDaysBefore(Instant now) {
    sql.sql(
            """
            update campaign.round r
               set ended_at = greatest(r.started_at, (select max(t.occurred_at) from campaign.tap t
                                                       where t.round_id = r.id and not t.undone))
             where r.ended_at is null and r.started_at < :midnight and r.started_at > :oldest
            """)
        .param("midnight", midnight(now))
        .param("oldest", midnight(now).minus(Tap.OLDEST))
        .update();
  }

  private static Instant midnight(Instant now) {
    return LocalDate.ofInstant(now, OrganisationClock.ZONE)
        .atStartOfDay(OrganisationClock.ZONE)
        .toInstant();
  }

  /** Whether they began none after it. */
  boolean isLatest(PersonId me, long round) {
    return sql.sql(
            """
            select not exists (select from campaign.round later join campaign.round this on this.id = :round
                                where later.person_id = :me and later.started_at > this.started_at)
            """)
        .param("me", me)
        .param("round", round)
        .query(Boolean.class)
        .single();
  }

  /** Of a mandate; empty: this person is no power user now. */
  Optional<SystemId> system(PersonId me) {
    return sql.sql(
            """
            select system_id from network.pub_power_user where person_id = :me order by mandate_id limit 1
            """)
        .param("me", me)
        .query(SystemId.class)
        .optional();
  }

  boolean serves(PersonId me, PersonId whom) {
    return sql.sql(
            """
            select exists (select from network.pub_constituency where power_user_id = :me and person_id = :whom)
            """)
        .param("me", me)
        .param("whom", whom)
        .query(Boolean.class)
        .single();
  }
}
