package nl.steunpunt.network.mandate;

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

  private static final String ONE = SqlFile.beside(MandateScreens.class, "one.sql");
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

  /** One's own that stand, and the last ended of each system. */
  List<One> mine(PersonId me) {
    return sql
        .sql(
            """
            select id from network.mandate m
             where person_id = :me
               and id in (select max(id) from network.mandate where person_id = :me group by system_id)
             order by stage = 'ended', id
            """)
        .param("me", me)
        .query(MandateId.class)
        .list()
        .stream()
        .flatMap(id -> one(id).stream())
        .toList();
  }

  public Optional<One> one(MandateId id) {
    return screens.one(
        sql.sql(ONE.formatted(MandateCard.COLUMNS, MandateCard.FROM)).param("mandate", id),
        One.class);
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
