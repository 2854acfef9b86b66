package nl.steunpunt.support.availability;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.Presence;
import nl.steunpunt.network.Stated;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.support.question.Handings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is away or full that it matters to: I myself, and those whose first deputy I am. */
@Repository
public class AwayScreens {
  /** A power user, as others see whether they are there. */
  public record Seen(long id, boolean there, @Nullable Stated stated) {}

  /** A power user whose people come to me now. */
  public record Covered(String name, @Nullable Instant absentUntil, @Nullable Instant fullUntil) {}

  /** My inbox in other hands, as far as nobody did anything with it yet. */
  public record Handed(Instant at, int questions) {}

  /**
   * @param handed the last time I handed it on; null: nothing of it can come back
   * @param quietUntil the wall clock's
   * @param stated what I say of this moment
   * @param deskUntil the end of today's hours at the desk, if they are to end yet
   * @param agendaUnread the calendar that they named cannot be read for a while now
   * @param spent the hours of this week, of any mandate
   */
  public record Away(
      @Nullable Instant absentUntil,
      @Nullable Instant fullUntil,
      @Nullable LocalTime quietUntil,
      boolean spent,
      @Nullable Stated stated,
      @Nullable LocalTime deskUntil,
      boolean agendaUnread,
      @Nullable Handed handed,
      List<Covered> covered) {
    /** To somebody who is away it would come back for nothing. */
    public boolean canTakeBack() {
      return handed != null && absentUntil == null;
    }

    public boolean isNothing() {
      return absentUntil == null
          && handed == null
          && fullUntil == null
          && quietUntil == null
          && !spent
          && !agendaUnread
          && covered.isEmpty();
    }
  }

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  AwayScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  public Away of(Me me) {
    var now = clock.instant();
    var wall = now.atZone(OrganisationClock.ZONE);
    var statement =
        sql.sql(
                """
                select to_json(it) from (
                  select (select max(until_at) from network.pub_absence
                           where person_id = :me and from_at <= :now and until_at > :now) as absent_until,
                         (select until_at from network.pub_full where person_id = :me and until_at > :now) as full_until,
                         (select max(h.until_time) from network.pub_quiet_hours h
                           where h.person_id = :me and h.weekday = :weekday
                             and h.from_time <= :time::time and h.until_time > :time::time) as quiet_until,
                         exists (select from network.pub_power_user u
                                   join network.pub_spent_week w on w.mandate_id = u.mandate_id
                                  where u.person_id = :me and w.week = :week::date) as spent,
                         (select json_build_object('kind', s.kind, 'until', s.until_at, 'by_calendar', s.by_calendar)
                            from network.pub_said_of(:me, :now) s) as stated,
                         exists (select from network.pub_agenda_trouble t where t.person_id = :me) as agenda_unread,
                         (select max(d.until_time) from network.pub_desk_hours d
                           where d.person_id = :me and d.weekday = :weekday and d.until_time > :time::time) as desk_until,
                         (select to_json(given) from (
                           select h.at, count(*) as questions
                             from support.handed_on h join support.question q on q.id = h.question_id
                            where h.holder_id = :me and
                """
                    + Handings.UNTOUCHED
                    + """
                                group by h.at order by h.at desc limit 1) given) as handed,
                             coalesce((select json_agg(c order by c.name) from (
                               select p.name, a.until_at as absent_until, f.until_at as full_until
                                 from (select distinct other.power_user_id as id
                                         from network.pub_constituency mine
                                         join network.pub_constituency other
                                           on other.person_id = mine.person_id and other.system_id = mine.system_id and other.rank = 0
                                        where mine.power_user_id = :me and mine.rank = 1) other
                                 join people.pub_person p on p.id = other.id
                                 left join lateral (
                                   select max(until_at) as until_at from network.pub_absence
                                    where person_id = other.id and from_at <= :now and until_at > :now) a on true
                                 left join network.pub_full f on f.person_id = other.id and f.until_at > :now
                                where a.until_at is not null or f.until_at is not null) c), '[]') as covered) it
                    """)
            .param("me", me.id())
            .param("now", now)
            .param("weekday", wall.getDayOfWeek().getValue())
            .param("time", wall.toLocalTime())
            .param("week", wall.toLocalDate().with(DayOfWeek.MONDAY));
    return screens.one(statement, Away.class).orElseThrow();
  }

  /** Empty: no power user. */
  Optional<Seen> seen(PersonId person) {
    var now = clock.instant();
    var statement =
        sql.sql(
                """
                select to_json(it) from (
                  select p.id,
                         exists (select from network.pub_presence seen
                                  where seen.person_id = p.id and seen.seen_at > :seen) as there,
                         (select json_build_object('kind', s.kind, 'until', s.until_at, 'by_calendar', s.by_calendar)
                            from network.pub_said_of(p.id, :now) s) as stated
                    from people.pub_person p
                   where p.id = :person and p.active
                     and exists (select from network.pub_power_user u where u.person_id = p.id)) it
                """)
            .param("person", person)
            .param("now", now)
            .param("seen", now.minus(Presence.LASTS));
    return screens.one(statement, Seen.class);
  }
}
