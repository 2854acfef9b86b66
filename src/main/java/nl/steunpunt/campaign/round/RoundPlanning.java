package nl.steunpunt.campaign.round;

import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A power user's own plan: it reminds nobody but them. */
@Service
class RoundPlanning {
  private final JdbcClient sql;
  private final Clock clock;

  RoundPlanning(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @param places where people sit whom I help, or myself, in the order of the walk; others are
   *     left out
   */
  @Transactional
  public void plan(Me me, List<Integer> weekdays, @Nullable LocalTime at, List<Long> places) {
    if (places.size() > Walk.MOST_PLACES) {
      throw Refusal.of("round.refused.places", Walk.MOST_PLACES);
    }
    sql.sql(
            """
            insert into campaign.round_plan (person_id, weekdays, at_time, changed_at)
            values (:me, :days::smallint[], :at::time, :now)
            on conflict (person_id) do update
               set weekdays = excluded.weekdays, at_time = excluded.at_time, changed_at = excluded.changed_at
            """)
        .param("me", me.id())
        .param("days", weekdays.toArray(Integer[]::new))
        .param("at", at)
        .param("now", clock.instant())
        .update();
    sql.sql("delete from campaign.round_stop where person_id = :me").param("me", me.id()).update();
    sql.sql(
            """
            insert into campaign.round_stop (person_id, sort, location_id)
            select :me, w.n, l.id
              from unnest(:places::bigint[]) with ordinality as w (id, n)
              join people.pub_location l on l.id = w.id
             where
            """
                + Rounds.IS_OF_THEIRS)
        .param("me", me.id())
        .param("places", places.toArray(Long[]::new))
        .update();
  }
}
