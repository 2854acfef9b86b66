package nl.steunpunt.network.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mandates as the API tells them, to who may see each. */
@Repository
public class MandateApiScreens {
  private static final String SHOWN =
      SqlFile.beside(MandateApiScreens.class, "api-mandates.sql")
          .formatted(Agreements.CONCERNS, Agreements.VISIBLE);

  /**
   * @param version send it back with an answer or decision: it is refused when another came in
   *     between
   * @param state what it comes to for routing
   * @param sharePercent that holds
   * @param askedPercent in the open request
   * @param shareReason to HR that of what was agreed
   * @param decider who is asked, or decided
   */
  public record MandateShown(
      long id,
      int version,
      String system,
      long person,
      String name,
      String department,
      Stage stage,
      Standing state,
      int sharePercent,
      @Nullable Integer askedPercent,
      @Nullable String shareReason,
      @Nullable LocalDate endsOn,
      @Nullable String relief,
      @Nullable String reliefBy,
      @Nullable String decider,
      @Nullable Instant graceUntil,
      @Nullable Instant startedAt,
      @Nullable Instant agreedAt,
      @Nullable String agreedBy,
      @Nullable Instant endedAt,
      @Nullable RecordDue toRecord,
      @Nullable Instant recordedAt) {}

  /**
   * @param by null: it happened by itself
   * @param about the manager who was asked
   * @param contractMinutes a week, where they changed
   * @param words what was written with it; to HR always null
   */
  public record StepShown(
      StepKind kind,
      @Nullable String by,
      @Nullable String about,
      int sharePercent,
      @Nullable Integer contractMinutes,
      @Nullable String words,
      Instant at) {}

  /**
   * @param history the oldest first
   */
  public record MandateWithHistory(MandateShown mandate, List<StepShown> history) {}

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final AgreementKeeping keeping;

  MandateApiScreens(JdbcClient sql, ScreenSql screens, AgreementKeeping keeping) {
    this.sql = sql;
    this.screens = screens;
    this.keeping = keeping;
  }

  List<MandateShown> list(
      Me me,
      @Nullable SystemId system,
      @Nullable PersonId person,
      @Nullable Stage stage,
      @Nullable Long after,
      int rows) {
    var statement =
        sql.sql(SHOWN)
            .param("me", me.id())
            .param("lead", me.is(Role.NETWORK_LEAD))
            .param("hr", me.is(Role.HR))
            .param("today", keeping.today())
            .param("id", null)
            .param("system", system)
            .param("person", person)
            .param("stage", stage)
            .param("after", after)
            .param("rows", rows);
    return screens.list(statement, MandateShown.class);
  }

  /** To who may see it; to others there is no such thing. */
  public MandateShown shown(Me me, MandateId id) {
    var statement =
        sql.sql(SHOWN)
            .param("me", me.id())
            .param("lead", me.is(Role.NETWORK_LEAD))
            .param("hr", me.is(Role.HR))
            .param("today", keeping.today())
            .param("id", id)
            .param("system", null)
            .param("person", null)
            .param("stage", null)
            .param("after", null)
            .param("rows", 1);
    return screens.one(statement, MandateShown.class).orElseThrow(NotFound::new);
  }

  MandateWithHistory withHistory(Me me, MandateId id) {
    var shown = shown(me, id);
    var history =
        sql.sql(
                """
                select st.kind, who.name as by, whom.name as about, st.share_percent, (st.contract_hours * 60)::int as contract_minutes,
                       case when :reads then w.text end as words, st.at
                  from network.mandate_step st
                  left join people.pub_person who on who.id = st.by_id
                  left join people.pub_person whom on whom.id = st.about_id
                  left join network.mandate_words w on w.step_id = st.id
                 where st.mandate_id = :id order by st.id
                """)
            .param("id", id)
            .param("reads", readsWords(me, id))
            .query(StepShown.class)
            .list();
    return new MandateWithHistory(shown, history);
  }

  /** HR knows what was agreed, not what was said on the way there. */
  private boolean readsWords(Me me, MandateId id) {
    return sql.sql(
            "select exists (select from network.mandate m where m.id = :id and "
                + Agreements.CONCERNS
                + ")")
        .param("id", id)
        .param("me", me.id())
        .param("lead", me.is(Role.NETWORK_LEAD))
        .param("today", keeping.today())
        .query(Boolean.class)
        .single();
  }
}
