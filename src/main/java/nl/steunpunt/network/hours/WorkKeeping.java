package nl.steunpunt.network.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.WorkDone;
import nl.steunpunt.network.WorkHistory;
import nl.steunpunt.network.WorkKind;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the hours of the past have been counted, by the rules of today. */
@Service
class WorkKeeping implements WorkHistory {
  private record Done(PersonId by, SystemId system, long subject, Instant at) implements WorkDone {
    @Override
    public WorkKind kind() {
      return WorkKind.QUESTION;
    }

    @Override
    public @Nullable Integer minutes() {
      return null;
    }
  }

  private final WorkNoting noting;
  private final WeekClosing closing;
  private final JdbcClient sql;

  WorkKeeping(WorkNoting noting, WeekClosing closing, JdbcClient sql) {
    this.noting = noting;
    this.closing = closing;
    this.sql = sql;
  }

  /**
   * In the order in which they happened, which the rule is about; the totals come with the week.
   */
  @Override
  @Transactional
  public void addActs(Collection<PastAct> acts) {
    acts.stream()
        .sorted(Comparator.comparing(PastAct::at))
        .forEach(
            act -> noting.note(new Done(act.person(), act.system(), act.question(), act.at())));
  }

  @Override
  @Transactional
  public void addEntries(Collection<PastEntry> entries) {
    var all = List.copyOf(entries);
    sql.sql(
            """
            insert into network.work (mandate_id, person_id, day, kind, seconds, note)
            select m.id, m.person_id, e.day, e.kind, e.minutes * 60, e.note
              from unnest(:people::bigint[], :systems::bigint[], :days::date[], :kinds::text[], :minutes::int[], :notes::text[])
                     as e (person, system, day, kind, minutes, note)
              join network.mandate m
                on m.person_id = e.person and m.system_id = e.system and m.state in ('provisional', 'active')
            """)
        .param("people", all.stream().map(entry -> entry.person().value()).toArray(Long[]::new))
        .param("systems", all.stream().map(entry -> entry.system().value()).toArray(Long[]::new))
        .param("days", all.stream().map(entry -> entry.day().toString()).toArray(String[]::new))
        .param("kinds", all.stream().map(entry -> entry.kind().word()).toArray(String[]::new))
        .param("minutes", all.stream().map(PastEntry::minutes).toArray(Integer[]::new))
        .param("notes", all.stream().map(PastEntry::note).toArray(String[]::new))
        .update();
  }

  @Override
  @Transactional
  public void closeWeeks(LocalDate since, Instant now) {
    var next = Week.at(now);
    var week = Week.of(since);
    for (; next.isAfter(week); week = week.plus(1)) {
      closing.count(week);
      closing.close(week, week.ends());
    }
    closing.count(week);
    closing.ask(week.plus(-1 - TeamHoursScreens.SETTLED_WEEKS), now);
  }
}
