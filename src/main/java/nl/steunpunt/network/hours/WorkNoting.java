package nl.steunpunt.network.hours;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.AbsencesChanged;
import nl.steunpunt.network.AgreedHoursChanged;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.WorkDone;
import nl.steunpunt.network.WorkTakenBack;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.OrganisationClock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what power users do as it happens, in the same transaction: it is never counted twice, and
 * the next question already finds the week's total. Who has no mandate is not counted.
 */
@Component
class WorkNoting {
  private final JdbcClient sql;
  private final WeekTotals totals;

  WorkNoting(JdbcClient sql, WeekTotals totals) {
    this.sql = sql;
    this.totals = totals;
  }

  @EventListener
  @Transactional
  public void on(WorkDone done) {
    var mandate = mandate(done.by(), done.system());
    if (mandate.isEmpty()) {
      return;
    }
    var day = LocalDate.ofInstant(done.at(), OrganisationClock.ZONE);
    var week = Week.of(day);
    totals.lock(mandate.get(), week);
    var minutes = done.minutes();
    if (minutes == null) {
      act(mandate.get(), done, day);
    } else {
      lasted(mandate.get(), done, day, minutes);
    }
    totals.refresh(List.of(mandate.get()), week);
  }

  @EventListener
  @Transactional
  public void on(WorkTakenBack taken) {
    record Gone(MandateId mandate, LocalDate day) {}
    sql.sql(
            """
            delete from network.work where person_id = :person and kind = :kind and subject = :subject
            returning mandate_id as mandate, day
            """)
        .param("person", taken.by())
        .param("kind", taken.kind())
        .param("subject", taken.subject())
        .query(Gone.class)
        .list()
        .forEach(gone -> totals.refresh(List.of(gone.mandate), Week.of(gone.day)));
  }

  /** Weeks without a total learn of it when they get one. */
  @EventListener
  @Transactional
  public void on(AbsencesChanged changed) {
    var from = LocalDate.ofInstant(changed.from(), OrganisationClock.ZONE);
    var until = LocalDate.ofInstant(changed.until(), OrganisationClock.ZONE);
    totals
        .held(changed.person(), from, until)
        .forEach(held -> totals.refresh(List.of(held.mandate()), new Week(held.week())));
  }

  /** From this week on: in the weeks before, the other hours held. */
  @EventListener
  @Transactional
  public void on(AgreedHoursChanged changed) {
    sql.sql(
            """
            select max(w.week) from network.work_week w
             where w.mandate_id = :mandate and not exists (select from network.closed_week c where c.week >= w.week)
            """)
        .param("mandate", changed.mandate())
        .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single()
        .ifPresent(week -> totals.refresh(List.of(changed.mandate()), new Week(week)));
  }

  /** Without a total, for who makes the totals of many afterwards. */
  void note(WorkDone act) {
    mandate(act.by(), act.system())
        .ifPresent(
            mandate -> act(mandate, act, LocalDate.ofInstant(act.at(), OrganisationClock.ZONE)));
  }

  private void act(MandateId mandate, WorkDone done, LocalDate day) {
    sql.sql(
            """
            insert into network.work as w (mandate_id, person_id, day, kind, subject, seconds, last_at)
            values (:mandate, :person, :day, :kind, :subject, :seconds, :at)
            on conflict (person_id, kind, subject, day) do update
               set seconds = least(w.seconds + excluded.seconds, 86400), last_at = excluded.last_at
            """)
        .param("mandate", mandate)
        .param("person", done.by())
        .param("day", day)
        .param("kind", done.kind())
        .param("subject", done.subject())
        .param("seconds", sinceLast(done, day).toSeconds())
        .param("at", done.at())
        .update();
  }

  private Duration sinceLast(WorkDone done, LocalDate day) {
    var before =
        sql.sql("select max(last_at) from network.work where person_id = :person and day = :day")
            .param("person", done.by())
            .param("day", day)
            .query(
                (row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
            .single();
    return ActiveTime.since(before.orElse(null), done.at());
  }

  /** Put right afterwards, it stays on its day; an own correction of it stands. */
  private void lasted(MandateId mandate, WorkDone done, LocalDate day, int minutes) {
    var changed =
        sql.sql(
                """
                update network.work set seconds = :seconds
                 where person_id = :person and kind = :kind and subject = :subject
                """)
            .param("seconds", minutes * 60)
            .param("person", done.by())
            .param("kind", done.kind())
            .param("subject", done.subject())
            .update();
    if (changed == 0) {
      sql.sql(
              """
              insert into network.work (mandate_id, person_id, day, kind, subject, seconds)
              values (:mandate, :person, :day, :kind, :subject, :seconds)
              """)
          .param("mandate", mandate)
          .param("person", done.by())
          .param("day", day)
          .param("kind", done.kind())
          .param("subject", done.subject())
          .param("seconds", minutes * 60)
          .update();
    }
  }

  /** For the system it was about; who helps out elsewhere does so in the hours of their own. */
  private Optional<MandateId> mandate(PersonId person, SystemId system) {
    return sql.sql(
            """
            select id from network.mandate
             where person_id = :person and state in ('provisional', 'active')
             order by system_id <> :system, id limit 1
            """)
        .param("person", person)
        .param("system", system)
        .query(MandateId.class)
        .optional();
  }
}
