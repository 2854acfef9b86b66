package nl.steunpunt.notify.morning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who wants the mail of the morning, and when. Nobody gets it who has not chosen it: all have the
 * mails about what happens already.
 */
@Repository
public class Mornings {
  public static final LocalTime USUAL = LocalTime.of(8, 30);

  /** What can be chosen, by half hours. */
  static final LocalTime EARLIEST = LocalTime.of(6, 0);

  static final LocalTime LATEST = LocalTime.of(12, 0);

  /**
   * After this long, as when no node was there, the morning is over. Also: who chooses it in the
   * afternoon gets the first one tomorrow.
   */
  static final int LATE_HOURS = 3;

  private static final int BATCH = 50;

  /**
   * @param occasions words of what they chose
   */
  record Due(
      PersonId personId, String email, String language, LocalTime atTime, List<String> occasions) {
    Set<Occasion> chosen() {
      return occasions.stream()
          .flatMap(word -> Occasion.of(word).stream())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private final JdbcClient sql;

  Mornings(JdbcClient sql) {
    this.sql = sql;
  }

  /** Whether it can be anybody's time, late ones included: else nothing need be asked. */
  static boolean isMorning(LocalTime time) {
    return !time.isBefore(EARLIEST) && time.isBefore(LATEST.plusHours(LATE_HOURS).plusMinutes(1));
  }

  public LocalTime timeOf(PersonId person) {
    return sql.sql(
            "select at_time from notify.morning where person_id = :person and at_time is not null")
        .param("person", person)
        .query(LocalTime.class)
        .optional()
        .orElse(USUAL);
  }

  public void choose(PersonId person, LocalTime time) {
    sql.sql(
            """
            insert into notify.morning (person_id, at_time) values (:person, :time)
            on conflict (person_id) do update set at_time = excluded.at_time
            """)
        .param("person", person)
        .param("time", time)
        .update();
  }

  /**
   * Some of those whose time it is, marked as done for the day: a second node that comes by here
   * waits for this transaction and then finds them done. Who is absent or has left is marked, and
   * not among them.
   */
  List<Due> claim(LocalDate today, LocalTime time, Instant now) {
    return sql.sql(
            """
            with due as (
              select c.person_id, coalesce(m.at_time, :usual) as at_time, c.occasions
                from (select person_id, array_agg(occasion order by occasion) as occasions from notify.choice
                       where way = 'digest' and wanted group by person_id) c
                left join notify.morning m using (person_id)
               where (m.sent_on is null or m.sent_on < :today)
                 and coalesce(m.at_time, :usual) between :earliest and :time
               order by c.person_id limit :batch
            ), claimed as (
              insert into notify.morning (person_id, sent_on) select person_id, :today from due order by person_id
              on conflict (person_id) do update set sent_on = excluded.sent_on
               where morning.sent_on is distinct from excluded.sent_on
              returning person_id)
            select d.person_id, p.email, p.language, d.at_time,
                   case when p.active and not exists (select from network.pub_absence a
                                                       where a.person_id = d.person_id and a.from_at <= :now and a.until_at > :now)
                        then d.occasions else array[]::text[] end as occasions
              from due d join claimed using (person_id) join people.pub_person p on p.id = d.person_id
            """)
        .param("usual", USUAL)
        .param("today", today)
        .param("earliest", earliest(time))
        .param("time", time)
        .param("now", now)
        .param("batch", BATCH)
        .query(Due.class)
        .list();
  }

  private static LocalTime earliest(LocalTime time) {
    return time.getHour() < LATE_HOURS ? LocalTime.MIN : time.minusHours(LATE_HOURS);
  }

  /**
   * The earliest time of those who have had none on this day and for whom it is not too late; on a
   * day on which it has not begun yet that is all of them.
   *
   * @param time what it is now on that day; null: it has not begun
   */
  Optional<LocalTime> first(LocalDate day, @Nullable LocalTime time) {
    return sql.sql(
            """
            select coalesce(m.at_time, :usual) from notify.choice c
              left join notify.morning m using (person_id)
             where c.way = 'digest' and c.wanted and (m.sent_on is null or m.sent_on < :day)
               and coalesce(m.at_time, :usual) >= :earliest
             order by 1 limit 1
            """)
        .param("usual", USUAL)
        .param("day", day)
        .param("earliest", time == null ? LocalTime.MIN : earliest(time))
        .query(LocalTime.class)
        .optional();
  }
}
