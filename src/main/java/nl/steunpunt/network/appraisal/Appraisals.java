package nl.steunpunt.network.appraisal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.OwnCounts;
import nl.steunpunt.network.OwnCounts.OwnCount;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.papers.ReleasedInputs;
import nl.steunpunt.network.papers.Written;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Drafts and releases, and the two doors to them: the writer's and the reader's. */
@Repository
public class Appraisals implements ReleasedInputs {
  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final List<OwnCounts> counts;
  private final Messages messages;
  private final Clock clock;

  Appraisals(
      JdbcClient sql, ScreenSql screens, List<OwnCounts> counts, Messages messages, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.counts = counts;
    this.messages = messages;
    this.clock = clock;
  }

  /** A mandate of one's own that has served: what the input is about. */
  public record Own(
      MandateId mandate,
      PersonId person,
      SystemId system,
      String systemName,
      Instant startedAt,
      @Nullable Instant endedAt) {}

  public record Release(int version, Instant releasedAt) {}

  private record Draft(
      String proactive, String explains, String positive, String shares, List<String> counts) {}

  private record Screen(
      long system,
      String systemName,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Draft draft,
      List<Release> releases) {}

  /**
   * What the writer's page is about.
   *
   * @param releases the newest first
   */
  record Writing(Own own, AppraisalForm draft, List<Release> releases) {}

  private record ReleaseRow(
      int version,
      String proactive,
      String explains,
      String positive,
      String shares,
      String counts,
      LocalDate fromOn,
      LocalDate untilOn) {}

  /** The writer's door. */
  Own ofMine(PersonId me, MandateId id) {
    return sql.sql(
            """
            select m.id as mandate, m.person_id as person, m.system_id as system, s.name as system_name,
                   m.started_at, m.ended_at
              from network.mandate m join network.system s on s.id = m.system_id
             where m.id = :id and m.person_id = :me and m.started_at is not null
            """)
        .param("id", id)
        .param("me", me)
        .query(Own.class)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /**
   * The reader's door: whose it is, HR, and the line manager as the directory has it today. Nobody
   * reads what was not released.
   *
   * @param version null: the last
   */
  Written releasedTo(Me me, MandateId id, @Nullable Integer version, Locale language) {
    return sql.sql(
            """
            select r.version, r.proactive, r.explains, r.positive, r.shares, r.counts::text, r.from_on, r.until_on
              from network.appraisal_release r
              join network.mandate m on m.id = r.mandate_id
              join people.pub_person p on p.id = m.person_id
             where r.mandate_id = :id and (:version::int is null or r.version = :version::int)
               and (p.id = :me or p.manager_id = :me or :hr)
             order by r.version desc limit 1
            """)
        .param("id", id)
        .param("version", version)
        .param("me", me.id())
        .param("hr", me.is(Role.HR))
        .query(ReleaseRow.class)
        .optional()
        .map(row -> written(row, language))
        .orElseThrow(NotFound::new);
  }

  @Override
  public Optional<Written> last(MandateId mandate, Locale language) {
    return sql.sql(
            """
            select r.version, r.proactive, r.explains, r.positive, r.shares, r.counts::text, r.from_on, r.until_on
              from network.appraisal_release r where r.mandate_id = :id order by r.version desc limit 1
            """)
        .param("id", mandate)
        .query(ReleaseRow.class)
        .optional()
        .map(row -> written(row, language));
  }

  /** The writer's door, with all that was written and released so far. */
  Writing writing(PersonId me, MandateId id) {
    var statement =
        sql.sql(
                """
                select to_json(screen) from (
                  select m.system_id as system, s.name as system_name, m.started_at, m.ended_at,
                         (select to_json(a) from network.appraisal a where a.mandate_id = m.id) as draft,
                         coalesce((select json_agg(json_build_object('version', r.version, 'released_at', r.released_at)
                                                   order by r.version desc)
                                     from network.appraisal_release r where r.mandate_id = m.id), '[]') as releases
                    from network.mandate m join network.system s on s.id = m.system_id
                   where m.id = :id and m.person_id = :me and m.started_at is not null) screen
                """)
            .param("id", id)
            .param("me", me);
    var screen = screens.one(statement, Screen.class).orElseThrow(NotFound::new);
    var own =
        new Own(
            id,
            me,
            new SystemId(screen.system),
            screen.systemName,
            screen.startedAt,
            screen.endedAt);
    return new Writing(own, form(screen), screen.releases);
  }

  private static AppraisalForm form(Screen screen) {
    var version = screen.releases.stream().findFirst().map(Release::version).orElse(0).toString();
    var draft = screen.draft;
    return draft == null
        ? new AppraisalForm(null, null, null, null, null, version)
        : new AppraisalForm(
            draft.proactive, draft.explains, draft.positive, draft.shares, draft.counts, version);
  }

  void keep(MandateId id, AppraisalForm form) {
    sql.sql(
            """
            insert into network.appraisal (mandate_id, proactive, explains, positive, shares, counts, written_at)
            values (:id, :proactive, :explains, :positive, :shares, string_to_array(:counts, ','), :now)
            on conflict (mandate_id) do update set proactive = excluded.proactive, explains = excluded.explains,
              positive = excluded.positive, shares = excluded.shares, counts = excluded.counts, written_at = excluded.written_at
            """)
        .param("id", id)
        .params(form.texts())
        .param("counts", String.join(",", known(form)))
        .param("now", clock.instant())
        .update();
  }

  private static List<String> known(AppraisalForm form) {
    return Arrays.stream(OwnCounts.What.values()).filter(form::has).map(Enum::name).toList();
  }

  /**
   * @return false when another release came first
   */
  boolean release(Own own, AppraisalForm form) {
    var chosen = counts(own).stream().filter(count -> form.has(count.what())).toList();
    return sql.sql(
                """
                insert into network.appraisal_release
                       (mandate_id, version, proactive, explains, positive, shares, counts, from_on, until_on, released_at)
                values (:id, :version, :proactive, :explains, :positive, :shares, :counts::jsonb, :from, :until, :now)
                on conflict do nothing
                """)
            .param("id", own.mandate())
            .param("version", form.knownVersion() + 1)
            .params(form.texts())
            .param("counts", JSON.writeValueAsString(chosen))
            .param("from", from(own))
            .param("until", until(own))
            .param("now", clock.instant())
            .update()
        > 0;
  }

  /** What the draft would look like. */
  Written asWritten(Own own, AppraisalForm form, Locale language) {
    var chosen = counts(own).stream().filter(count -> form.has(count.what())).toList();
    return new Written(
        false,
        form.text("proactive"),
        form.text("explains"),
        form.text("positive"),
        form.text("shares"),
        sentences(chosen, language),
        from(own),
        until(own));
  }

  /** The writer's own, over the period it is about. */
  List<OwnCount> counts(Own own) {
    var from = from(own).atStartOfDay(OrganisationClock.ZONE).toInstant();
    var until = until(own).plusDays(1).atStartOfDay(OrganisationClock.ZONE).toInstant();
    return counts.stream()
        .flatMap(one -> one.of(own.person(), own.system(), from, until).stream())
        .toList();
  }

  /** A year back, or since it began. */
  LocalDate from(Own own) {
    var began = LocalDate.ofInstant(own.startedAt(), OrganisationClock.ZONE);
    var yearBack = until(own).minusYears(1).plusDays(1);
    return began.isAfter(yearBack) ? began : yearBack;
  }

  LocalDate until(Own own) {
    return LocalDate.ofInstant(
        Objects.requireNonNullElse(own.endedAt(), clock.instant()), OrganisationClock.ZONE);
  }

  List<String> sentences(List<OwnCount> chosen, Locale language) {
    return chosen.stream()
        .map(count ->
            messages.text(
                language,
                "appraisal.count." + count.what().name().toLowerCase(Locale.ROOT),
                count.number()))
        .toList();
  }

  /** A draft after its last change, a release after its moment. */
  int forget(Instant before, int most) {
    var drafts =
        sql.sql(
                """
                delete from network.appraisal where mandate_id in
                       (select mandate_id from network.appraisal where written_at < :before limit :most)
                """)
            .param("before", before)
            .param("most", most)
            .update();
    var releases =
        sql.sql(
                """
                delete from network.appraisal_release where (mandate_id, version) in
                       (select mandate_id, version from network.appraisal_release
                         where released_at < :before limit :most)
                """)
            .param("before", before)
            .param("most", most)
            .update();
    return drafts + releases;
  }

  private Written written(ReleaseRow row, Locale language) {
    var chosen = List.of(JSON.readValue(row.counts, OwnCount[].class));
    return new Written(
        true,
        row.proactive,
        row.explains,
        row.positive,
        row.shares,
        sentences(chosen, language),
        row.fromOn,
        row.untilOn);
  }
}
