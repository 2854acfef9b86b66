package nl.steunpunt.network.cover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.HelpSought;
import nl.steunpunt.network.HelpSought.Sought;
import nl.steunpunt.platform.time.Timed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Each day: where departments sought help in the last four weeks. The cover of people is counted
 * anew as well, which each recompute did already: after an upgrade, and should anything have been
 * missed; and how many had nobody, for the week.
 */
@Component
class HelpCounting implements Timed {
  private static final Duration EACH = Duration.ofDays(1);
  private static final Duration LOOKS_BACK = Duration.ofDays(28);

  private final JdbcClient sql;
  private final Constituencies constituencies;
  private final WeekCounting weeks;
  private final List<HelpSought> places;

  HelpCounting(
      JdbcClient sql, Constituencies constituencies, WeekCounting weeks, List<HelpSought> places) {
    this.sql = sql;
    this.weeks = weeks;
    this.constituencies = constituencies;
    this.places = places;
  }

  @Override
  public Optional<Instant> nextDue() {
    var last =
        sql.sql("select counted_at from network.cover_counted").query(Instant.class).optional();
    return Optional.of(last.map(at -> at.plus(EACH)).orElse(Instant.EPOCH));
  }

  @Override
  @Transactional
  public List<Fired> fireDue(Instant now) {
    var mine =
        sql.sql(
                """
                insert into network.cover_counted as kept (one, counted_at) values (true, :now)
                on conflict (one) do update set counted_at = excluded.counted_at where kept.counted_at <= :then
                """)
            .param("now", now)
            .param("then", now.minus(EACH))
            .update();
    if (mine == 0) {
      return List.of();
    }
    constituencies.countCover();
    weeks.count(now);
    var sought =
        places.stream().flatMap(place -> place.since(now.minus(LOOKS_BACK)).stream()).toList();
    keep(sought);
    return List.of(new Fired("cover_counted", sought.size(), now));
  }

  private void keep(List<Sought> sought) {
    sql.sql("delete from network.help_sought").update();
    sql.sql(
            """
            insert into network.help_sought (system_id, department_id, helpdesk, power_user)
            select system_id, department_id, sum(helpdesk), sum(power_user)
              from unnest(:systems::bigint[], :departments::bigint[], :helpdesk::int[], :powerUser::int[])
                   as s (system_id, department_id, helpdesk, power_user)
             group by system_id, department_id
            """)
        .param("systems", sought.stream().map(one -> one.systemId().value()).toArray(Long[]::new))
        .param("departments", sought.stream().map(Sought::departmentId).toArray(Long[]::new))
        .param("helpdesk", sought.stream().map(Sought::helpdesk).toArray(Integer[]::new))
        .param("powerUser", sought.stream().map(Sought::powerUser).toArray(Integer[]::new))
        .update();
  }
}
