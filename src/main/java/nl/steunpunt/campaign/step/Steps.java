package nl.steunpunt.campaign.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Campaigns and their steps. They are every lead's, and nobody else's: the access table sees to it.
 */
@Repository
public class Steps {
  private static final String STEP =
      """
      select s.id, s.campaign_id as campaign, c.system_id as system, y.name as system_name, y.key as system_key,
             c.live_on, s.kind, s.planned_on, s.state, s.state_at, c.ended_at is null as open,
             not exists (select from campaign.sending g where g.step_id = s.id and g.forgotten_at is not null) as known,
             (select coalesce(sum(g.readers), 0)::int from campaign.sending g where g.step_id = s.id) as readers
        from campaign.step s
        join campaign.campaign c on c.id = s.campaign_id
        join network.pub_system y on y.id = c.system_id
      """;

  private final JdbcClient sql;
  private final Clock clock;

  Steps(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Step visible(StepId id) {
    return sql.sql(STEP + " where s.id = :id")
        .param("id", id)
        .query(Step.class)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** Of the campaign that goes on for this system. */
  List<Step> of(SystemId system) {
    return sql.sql(STEP + " where c.system_id = :system and c.ended_at is null order by s.sort")
        .param("system", system)
        .query(Step.class)
        .list();
  }

  /** Begins one, or takes the one that goes on. */
  CampaignId begin(SystemId system, LocalDate liveOn, PersonId by) {
    return sql.sql(
            """
            insert into campaign.campaign (system_id, live_on, begun_by, begun_at)
            values (:system, :liveOn, :by, :now)
            on conflict (system_id) where ended_at is null do update set live_on = excluded.live_on
            returning id
            """)
        .param("system", system)
        .param("liveOn", liveOn)
        .param("by", by)
        .param("now", clock.instant())
        .query(CampaignId.class)
        .single();
  }

  /** A day that somebody chose stays, and so does what is over. */
  void plan(CampaignId campaign, StepKind kind, LocalDate on) {
    sql.sql(
            """
            insert into campaign.step (campaign_id, kind, sort, planned_on)
            values (:campaign, :kind, :sort, :on)
            on conflict (campaign_id, kind) do update set planned_on = excluded.planned_on
             where not step.moved and step.state = 'planned'
            """)
        .param("campaign", campaign)
        .param("kind", kind)
        .param("sort", kind.ordinal())
        .param("on", on)
        .update();
  }

  void move(StepId id, LocalDate on) {
    sql.sql("update campaign.step set planned_on = :on, moved = true where id = :id")
        .param("on", on)
        .param("id", id)
        .update();
  }

  /** Changes places with the one before it. */
  void earlier(StepId id) {
    sql.sql(
            """
            with pair as (
              select s.id, lag(s.id) over w as before_id, s.sort, lag(s.sort) over w as before_sort
                from campaign.step s
               where s.campaign_id = (select campaign_id from campaign.step where id = :id)
              window w as (order by s.sort, s.id)
            ), swapped as (
              select id, before_sort as sort from pair where id = :id and before_id is not null
              union all
              select before_id, sort from pair where id = :id and before_id is not null
            )
            update campaign.step s set sort = w.sort from swapped w where w.id = s.id
            """)
        .param("id", id)
        .update();
  }

  /** False when it was so already. */
  boolean state(StepId id, Step.State state) {
    return sql.sql(
                """
                update campaign.step set state = :state, state_at = :now where id = :id and state <> :state
                """)
            .param("state", state)
            .param("now", clock.instant())
            .param("id", id)
            .update()
        > 0;
  }

  Optional<SystemId> end(CampaignId id) {
    return sql.sql(
            """
            update campaign.campaign set ended_at = :now where id = :id and ended_at is null
            returning system_id
            """)
        .param("now", clock.instant())
        .param("id", id)
        .query(SystemId.class)
        .optional();
  }
}
