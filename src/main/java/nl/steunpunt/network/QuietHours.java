package nl.steunpunt.network;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hours of each week in which routing asks all others first, as with "I'm full". */
@Component
public class QuietHours {
  /** More than anybody's week needs. */
  private static final int MOST = 40;

  /** By the organisation's wall clock, {@code until} not included. */
  public record Quiet(int weekday, LocalTime from, LocalTime until) {
    /** "monday". */
    public String word() {
      return DayOfWeek.of(weekday).name().toLowerCase(Locale.ROOT);
    }
  }

  private final JdbcClient sql;

  QuietHours(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * What overlaps or touches on the same day becomes one.
   *
   * @return false when there are too many already
   */
  @Transactional
  public boolean add(PersonId person, Collection<DayOfWeek> days, LocalTime from, LocalTime until) {
    if (of(person).size() + days.size() > MOST) {
      return false;
    }
    for (var day : days) {
      sql.sql(
              """
              with gone as (
                delete from network.quiet_hours
                 where person_id = :person and weekday = :day and from_time <= :until and until_time >= :from
                returning from_time, until_time
              )
              insert into network.quiet_hours (person_id, weekday, from_time, until_time)
              select :person, :day, least(:from, (select min(from_time) from gone)),
                     greatest(:until, (select max(until_time) from gone))
              on conflict (person_id, weekday, from_time) do update set until_time = excluded.until_time
              """)
          .param("person", person)
          .param("day", day.getValue())
          .param("from", from)
          .param("until", until)
          .update();
    }
    return true;
  }

  public void remove(PersonId person, DayOfWeek day, LocalTime from) {
    sql.sql(
            """
            delete from network.quiet_hours
             where person_id = :person and weekday = :day and from_time = :from
            """)
        .param("person", person)
        .param("day", day.getValue())
        .param("from", from)
        .update();
  }

  public List<Quiet> of(PersonId person) {
    return sql.sql(
            """
            select weekday, from_time as "from", until_time as until from network.quiet_hours
             where person_id = :person order by weekday, from_time
            """)
        .param("person", person)
        .query(Quiet.class)
        .list();
  }
}
