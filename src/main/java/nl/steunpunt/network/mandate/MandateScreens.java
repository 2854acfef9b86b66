package nl.steunpunt.network.mandate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.SystemName;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mandates for the candidate and the lead, one statement per screen. */
@Repository
public class MandateScreens {
  static final int PER_PAGE = 50;

  private static final String ONE =
      SqlFile.beside(MandateScreens.class, "one.sql")
          .formatted(MandateCard.COLUMNS, MandateCard.FROM);
  private static final String LIST = SqlFile.beside(MandateScreens.class, "list.sql");

  /** What the lead must do, or wait for. */
  public enum Blocked {
    /** The lead's turn: declined, grace over, no manager, nobody asked yet, time to call. */
    LEAD,
    CANDIDATE,
    MANAGER,
    NONE
  }

  public record Row(MandateCard card, Blocked blocked) {}

  /**
   * @param notAsked how many no manager was asked about yet
   * @param rows one more than fits on a page, when there is more
   */
  public record Mandates(
      List<SystemName> systems,
      @Nullable Long system,
      int lead,
      int candidate,
      int manager,
      int settled,
      int notAsked,
      List<Row> rows) {
    public List<Row> shown() {
      return rows.subList(0, Math.min(PER_PAGE, rows.size()));
    }
  }

  /**
   * @param reach colleagues whom its rules hold
   * @param alone of them who would have no power user without it
   * @param history the newest first
   */
  public record One(MandateCard card, int reach, int alone, List<Told> history) {}

  private final JdbcClient sql;
  private final ScreenSql screens;

  MandateScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  /**
   * A mandate that ended, with another of the same system after it: its papers stay.
   *
   * @param startedOn since when it served, which it did
   */
  public record Earlier(long mandate, String systemName, LocalDate startedOn, LocalDate endedOn) {}

  /**
   * @param mandates those that stand, and the last ended of each system
   * @param earlier the newest first
   * @param decides whether requests come to this person too: as a manager, or standing in for one
   * @param mayVolunteer there is a system that they have no mandate of
   */
  public record Mine(
      List<One> mandates, List<Earlier> earlier, boolean decides, boolean mayVolunteer) {
    /** A power user, or on the way to be one. */
    public boolean isOne() {
      return mandates.stream().anyMatch(one -> one.card().stage() != Stage.ENDED);
    }
  }

  private record Own(
      List<Long> last, List<Earlier> earlier, boolean decides, boolean mayVolunteer) {}

  Mine mine(PersonId me) {
    var statement =
        sql.sql(
                """
                with own as (
                  select m.id, m.stage, m.system_id, s.name as system_name,
                         (m.started_at at time zone 'Europe/Amsterdam')::date as started_on,
                         ((m.ended_at - interval '1 millisecond') at time zone 'Europe/Amsterdam')::date as ended_on,
                         m.id = max(m.id) over (partition by m.system_id) as is_last
                    from network.mandate m join network.system s on s.id = m.system_id
                   where m.person_id = :me
                )
                select to_json(mine) from (
                  select (select coalesce(json_agg(o.id order by o.stage = 'ended', o.id), '[]')
                            from own o where o.is_last) as last,
                         (select coalesce(json_agg(json_build_object('mandate', o.id, 'system_name', o.system_name,
                                                     'started_on', o.started_on, 'ended_on', o.ended_on)
                                                   order by o.id desc), '[]')
                            from own o
                           where not o.is_last and o.stage = 'ended' and o.started_on is not null) as earlier,
                         exists (select from people.pub_person p where p.manager_id = :me and p.active)
                           or exists (select from network.deputy_manager d where d.deputy_id = :me) as decides,
                         exists (select from network.system s
                                  where s.active and not exists (select from own o where o.system_id = s.id and o.stage <> 'ended'))
                           as may_volunteer) mine
                """)
            .param("me", me);
    var own = screens.one(statement, Own.class).orElseThrow();
    return new Mine(
        own.last.stream().map(MandateId::new).flatMap(id -> one(id).stream()).toList(),
        own.earlier,
        own.decides,
        own.mayVolunteer);
  }

  public Optional<One> one(MandateId id) {
    return screens.one(sql.sql(ONE).param("mandate", id), One.class);
  }

  /**
   * @param system null: the first offered
   * @param blocked null: all
   */
  Mandates list(@Nullable SystemId system, @Nullable Blocked blocked, int from) {
    var statement =
        sql.sql(LIST.formatted(MandateCard.COLUMNS, MandateCard.FROM))
            .param("system", system)
            .param("blocked", blocked)
            .param("from", from)
            .param("rows", PER_PAGE + 1);
    return screens.one(statement, Mandates.class).orElseThrow();
  }
}
