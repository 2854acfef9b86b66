package nl.steunpunt.campaign.round;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.UUID;
import nl.steunpunt.campaign.RoundHistory;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rounds of the past, as rows. */
@Service
class RoundKeeping implements RoundHistory {
  private static final int STOPS = 6;

  private static final String ROUTE =
      """
      select location_id, row_number() over (order by path) as sort from (
        select p.location_id, p.location_path as path
          from network.pub_constituency c join people.pub_person p on p.id = c.person_id and p.active
         where c.power_user_id = :me and c.rank = 0 and p.location_id is not null
         group by 1, 2 order by count(*) desc, 2 limit :stops) most
      """;

  private final JdbcClient sql;
  private final Clock clock;

  RoundKeeping(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void plan(PersonId powerUser, Collection<DayOfWeek> days, LocalTime at) {
    sql.sql(
            """
            with plan as (
              insert into campaign.round_plan (person_id, weekdays, at_time, changed_at)
              values (:me, :days::smallint[], :at::time, :now) on conflict do nothing returning person_id
            )
            insert into campaign.round_stop (person_id, sort, location_id)
            select plan.person_id, r.sort, r.location_id from plan cross join (
            """
                + ROUTE
                + ") r")
        .param("me", powerUser)
        .param("days", days.stream().map(DayOfWeek::getValue).toArray(Integer[]::new))
        .param("at", at)
        .param("now", clock.instant())
        .param("stops", STOPS)
        .update();
  }

  @Override
  @Transactional
  public void addAll(Collection<PastRound> rounds) {
    rounds.forEach(this::add);
  }

  private void add(PastRound round) {
    var end = round.startedAt().plusSeconds(60L * round.minutes());
    var id =
        sql.sql(
                """
                insert into campaign.round (person_id, client_id, started_at, ended_at)
                select :me, :id, :start, :end
                 where not exists (select from campaign.round where person_id = :me and started_at = :start)
                returning id
                """)
            .param("me", round.powerUser())
            .param("id", UUID.randomUUID())
            .param("start", round.startedAt())
            .param("end", end)
            .query(Long.class)
            .optional();
    id.ifPresent(added -> fill(round, added, end));
  }

  private void fill(PastRound round, long id, Instant end) {
    sql.sql(
            """
            insert into campaign.round_zone (round_id, sort, location_id, walked_at)
            select :round, r.sort, r.location_id, :end from (
            """
                + ROUTE
                + ") r")
        .param("me", round.powerUser())
        .param("round", id)
        .param("end", end)
        .param("stops", STOPS)
        .update();
    sql.sql(
            """
            insert into campaign.tap (round_id, person_id, client_id, kind, location_id, occurred_at)
            select z.round_id, :me, gen_random_uuid(), t.kind, case when t.kind = 'ended' then null else z.location_id end, :end
              from campaign.round_zone z
             cross join lateral (select 'walked' as kind
                                 union all select 'talked' from generate_series(1, :talked)
                                 union all select 'ended' where z.sort = 1) t
             where z.round_id = :round
            """)
        .param("me", round.powerUser())
        .param("round", id)
        .param("end", end)
        .param("talked", round.talked())
        .update();
  }
}
