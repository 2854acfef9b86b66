package nl.steunpunt.network.cover;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import nl.steunpunt.network.CoverHistory;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People without a power user, week by week: the last count of a week stands. */
@Component
class WeekCounting implements CoverHistory {
  private static final int KEPT_WEEKS = 104;

  private final JdbcClient sql;

  WeekCounting(JdbcClient sql) {
    this.sql = sql;
  }

  @Transactional
  public void count(Instant now) {
    var week = monday(now);
    count(null, week, week);
    sql.sql("delete from network.cover_week where week < :before")
        .param("before", week.minusWeeks(KEPT_WEEKS))
        .update();
  }

  @Override
  @Transactional
  public void stoodSince(SystemId system, Instant since, Instant now) {
    count(system, monday(since), monday(now));
  }

  private void count(@Nullable SystemId system, LocalDate from, LocalDate to) {
    sql.sql(
            """
            insert into network.cover_week (system_id, week, unserved)
            select s.id, w::date, coalesce(sum(c.people), 0)
              from network.system s
              cross join generate_series(:from::date, :to::date, interval '7 days') w
              left join network.cover_count c on c.system_id = s.id and c.kind = 'hole'
             where s.active and (:system::bigint is null or s.id = :system)
             group by s.id, w
            on conflict (system_id, week) do update set unserved = excluded.unserved
            """)
        .param("system", system)
        .param("from", from)
        .param("to", to)
        .update();
  }

  private static LocalDate monday(Instant at) {
    return LocalDate.ofInstant(at, OrganisationClock.ZONE).with(DayOfWeek.MONDAY);
  }
}
