package nl.steunpunt.network.hours;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.hours.AgreedWeek.Away;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The total of each mandate and week, made anew from its pieces after each change of one. */
@Repository
class WeekTotals {
  private record Terms(
      long mandate, int share, @Nullable BigDecimal contractHours, List<Away> away) {}

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final OrganisationCalendar calendar;

  WeekTotals(JdbcClient sql, ScreenSql screens, OrganisationCalendar calendar) {
    this.sql = sql;
    this.screens = screens;
    this.calendar = calendar;
  }

  /**
   * Holds the week until the transaction ends: of two changes at once the second counts the first.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(MandateId mandate, Week week) {
    sql.sql(
            """
            insert into network.work_week as w (mandate_id, week) values (:mandate, :week)
            on conflict (mandate_id, week) do update set minutes = w.minutes
            """)
        .param("mandate", mandate)
        .param("week", week.monday())
        .update();
  }

  /** Once a week is closed, what was agreed for it stands; its pieces may still be put right. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void refresh(Collection<MandateId> mandates, Week week) {
    var terms = terms(mandates, week);
    var working = calendar.current();
    var agreed =
        terms.stream()
            .map(one -> AgreedWeek.of(week, one.contractHours, one.share, one.away, working))
            .toList();
    sql.sql(
            """
            with told as (
              select * from unnest(:mandates::bigint[], :agreed::int[], :absent::int[]) as t (mandate_id, agreed, absent)
            ), counted as (
              update network.work w set counts = (t.absent & (1 << (w.day - :week::date))) = 0
                from told t
               where w.mandate_id = t.mandate_id and w.day between :week::date and :week::date + 6
                 and w.counts <> ((t.absent & (1 << (w.day - :week::date))) = 0)
            )
            insert into network.work_week as total (mandate_id, week, minutes, agreed_minutes)
            select t.mandate_id, :week::date,
                   coalesce((select sum(w.minutes) from network.work w
                              where w.mandate_id = t.mandate_id and w.day between :week::date and :week::date + 6
                                and (t.absent & (1 << (w.day - :week::date))) = 0), 0), t.agreed
              from told t order by t.mandate_id
            on conflict (mandate_id, week) do update
               set minutes = excluded.minutes,
                   agreed_minutes = case when exists (select from network.closed_week c where c.week = excluded.week)
                                         then total.agreed_minutes else excluded.agreed_minutes end
            """)
        .param("week", week.monday())
        .param("mandates", terms.stream().map(Terms::mandate).toArray(Long[]::new))
        .param("agreed", agreed.stream().map(AgreedWeek::minutes).toArray(Integer[]::new))
        .param("absent", agreed.stream().map(one -> mask(week, one)).toArray(Integer[]::new))
        .update();
  }

  /** Weeks of this person that have a total already, touched by that time. */
  List<Held> held(PersonId person, LocalDate from, LocalDate until) {
    return sql.sql(
            """
            select w.mandate_id as mandate, w.week from network.work_week w join network.mandate m on m.id = w.mandate_id
             where m.person_id = :person and w.week between :from - 6 and :until order by w.week, w.mandate_id
            """)
        .param("person", person)
        .param("from", from)
        .param("until", until)
        .query(Held.class)
        .list();
  }

  record Held(MandateId mandate, LocalDate week) {}

  private List<Terms> terms(Collection<MandateId> mandates, Week week) {
    return screens.list(
        sql.sql(
                """
                select to_json(t) from (
                  select m.id as mandate, m.share_percent as share, p.contract_hours,
                         coalesce((select json_agg(json_build_object('from_at', a.from_at, 'until_at', a.until_at))
                                     from network.absence a
                                    where a.person_id = m.person_id and a.from_at < :ends and a.until_at > :begins),
                                  '[]') as away
                    from network.mandate m join people.pub_person p on p.id = m.person_id
                   where m.id = any (:mandates::bigint[]) order by m.id) t
                """)
            .param("mandates", mandates.stream().map(MandateId::value).toArray(Long[]::new))
            .param("begins", week.begins())
            .param("ends", week.ends()),
        Terms.class);
  }

  /** A bit for each day, Monday the lowest. */
  private static int mask(Week week, AgreedWeek agreed) {
    var mask = 0;
    for (var day : agreed.absentDays()) {
      mask |= 1 << (day.toEpochDay() - week.monday().toEpochDay());
    }
    return mask;
  }
}
