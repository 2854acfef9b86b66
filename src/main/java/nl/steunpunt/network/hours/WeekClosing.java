package nl.steunpunt.network.hours;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.time.Timed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a week is over each mandate gets its total, also of nothing, and what was agreed for it
 * stands. What is a week older by then has been seen by its power users: whoever was over for three
 * weeks, of those the manager is asked.
 */
@Component
class WeekClosing implements Timed {
  private final JdbcClient sql;
  private final WeekTotals totals;
  private final HoursNews news;
  private final Clock clock;

  WeekClosing(JdbcClient sql, WeekTotals totals, HoursNews news, Clock clock) {
    this.sql = sql;
    this.totals = totals;
    this.news = news;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> nextDue() {
    return Optional.of(next().ends());
  }

  /** The one after the last; at first the week before this one. */
  private Week next() {
    return last().map(week -> week.plus(1)).orElseGet(() -> Week.at(clock.instant()).plus(-1));
  }

  private Optional<Week> last() {
    return sql.sql("select max(week) from network.closed_week")
        .query(
            (row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)).map(Week::new))
        .single();
  }

  @Override
  @Transactional
  public List<Fired> fireDue(Instant now) {
    var first = last().isEmpty();
    var week = next();
    if (now.isBefore(week.ends())) {
      return List.of();
    }
    if (!first) {
      count(week);
    }
    if (!close(week, now)) {
      return List.of();
    }
    if (!first) {
      var today = LocalDate.ofInstant(now, OrganisationClock.ZONE);
      ask(week.plus(-TeamHoursScreens.SETTLED_WEEKS), now)
          .forEach(mandate -> news.over(mandate, today));
    }
    return List.of(new Fired("hours_week_closed", week.number(), now));
  }

  /** A total for each who served in it. */
  @Transactional
  public void count(Week week) {
    totals.refresh(mandates(week), week);
  }

  /**
   * From now on what was agreed for it stands.
   *
   * @return false when another node was first
   */
  @Transactional
  public boolean close(Week week, Instant now) {
    // The times of day were for the rule alone, and it looks no further back than a day.
    sql.sql("update network.work set last_at = null where day between :from and :to")
        .param("from", week.monday())
        .param("to", week.sunday())
        .update();
    return sql.sql(
                """
                insert into network.closed_week (week, closed_at) values (:week, :now) on conflict do nothing
                """)
            .param("week", week.monday())
            .param("now", now)
            .update()
        == 1;
  }

  private List<MandateId> mandates(Week week) {
    return sql.sql(
            """
            select id from network.mandate
             where state in ('provisional', 'active') and started_at < :ends order by id
            """)
        .param("ends", week.ends())
        .query(MandateId.class)
        .list();
  }

  /** Whose manager is asked now: once for the same weeks. */
  @Transactional
  public List<MandateId> ask(Week settled, Instant now) {
    return sql.sql(
            """
            insert into network.over_question as q (mandate_id, week, told_at)
            select m.id, :settled, :now
              from network.mandate m
             where m.state in ('provisional', 'active')
               and (select count(*) = :weeks and bool_and(w.minutes * 100 > w.agreed_minutes * :over)
                      from (select w.minutes, w.agreed_minutes from network.work_week w
                             where w.mandate_id = m.id and w.week <= :settled and w.agreed_minutes is not null
                               and w.week > :settled::date - :far
                             order by w.week desc limit :weeks) w)
            on conflict (mandate_id) do update
               set week = excluded.week, told_at = excluded.told_at, answer = null, answered_by = null,
                   answered_at = null
             where q.week <= excluded.week - 7 * :weeks
            returning q.mandate_id
            """)
        .param("settled", settled.monday())
        .param("now", now)
        .param("weeks", Trend.WEEKS)
        .param("over", WeekTotal.OVER_PERCENT)
        .param("far", HoursScreens.TREND_WEEKS * 7)
        .query(MandateId.class)
        .list();
  }
}
