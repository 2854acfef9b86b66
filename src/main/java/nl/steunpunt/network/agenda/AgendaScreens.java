package nl.steunpunt.network.agenda;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.network.whohelps.Availability.Span;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is read of my calendar, in one statement. */
@Repository
public class AgendaScreens {
  /** More than fits on a screen says no more. */
  private static final int MOST_SHOWN = 12;

  /**
   * @param host of its address; null: there is none
   * @param removed it can be put back
   * @param readAt null: not yet
   * @param trouble why it could not be read the last time; null: it could
   * @param unread how many repetitions were not understood
   * @param busy how many times are to come
   * @param times the first of them
   */
  public record Agenda(
      @Nullable String host,
      boolean removed,
      @Nullable Instant readAt,
      @Nullable String trouble,
      int unread,
      int busy,
      List<Span> times) {
    public boolean endsThatDay(Span time) {
      return LocalDate.ofInstant(time.from(), OrganisationClock.ZONE)
          .equals(LocalDate.ofInstant(time.until(), OrganisationClock.ZONE));
    }

    public int more() {
      return busy - times.size();
    }
  }

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  AgendaScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  public Agenda of(Me me) {
    var statement =
        sql.sql(
                """
                select to_json(it) from (
                  select a.host, a.removed_at is not null as removed, r.read_at, r.trouble, coalesce(r.unread, 0) as unread,
                         (select count(*) from network.busy_time b where b.person_id = :me and b.until_at > :now) as busy,
                         coalesce((select json_agg(b order by b."from") from (
                           select b.from_at as "from", b.until_at as until from network.busy_time b
                            where b.person_id = :me and b.until_at > :now order by b.from_at limit :most) b), '[]') as times
                    from (select 1) one
                    left join network.agenda a on a.person_id = :me and (a.removed_at is null or a.removed_at > :undo)
                    left join network.agenda_reading r on r.person_id = a.person_id) it
                """)
            .param("me", me.id())
            .param("now", clock.instant())
            .param("undo", clock.instant().minus(Agendas.UNDO))
            .param("most", MOST_SHOWN);
    return screens.one(statement, Agenda.class).orElseThrow();
  }
}
