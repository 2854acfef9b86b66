package nl.steunpunt.network.cover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.db.ScreenSql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many power users the lead aims at, for each system. */
@Component
public class CoverTargets {

  /** An active topic of the system. */
  public record TopicChoice(long id, String nameNl, String nameEn, boolean critical) {
    public String in(String language) {
      return language.equals("en") ? nameEn : nameNl;
    }
  }

  /**
   * @param phase null: it follows from the day it went live
   */
  public record Target(
      long system,
      String systemName,
      @Nullable Phase phase,
      int goLiveFrom,
      int goLiveUpTo,
      int settlingFrom,
      int settlingUpTo,
      int stableUpTo,
      int knowers,
      List<TopicChoice> topics) {
    List<Long> critical() {
      return topics.stream().filter(TopicChoice::critical).map(TopicChoice::id).toList();
    }
  }

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final AuditTrail audit;

  CoverTargets(JdbcClient sql, ScreenSql screens, AuditTrail audit) {
    this.sql = sql;
    this.screens = screens;
    this.audit = audit;
  }

  /** As it stands, or what is usual; nothing when there is no such system. */
  Optional<Target> of(SystemId system) {
    return screens.one(
        sql.sql(
                """
                select to_json(t) from (
                  select s.id as system, s.name as system_name, a.phase, a.go_live_from, a.go_live_up_to, a.settling_from,
                         a.settling_up_to, a.stable_up_to, a.knowers,
                         (select coalesce(json_agg(t order by t.name_nl, t.id), '[]')
                            from (select id, name_nl, name_en, critical from network.topic
                                   where system_id = s.id and active) t) as topics
                    from network.system s join network.cover_aim a on a.system_id = s.id
                   where s.id = :system and s.active) t
                """)
            .param("system", system),
        Target.class);
  }

  /**
   * Who did it is noted, with what was otherwise before; changing it back is all there is to undo.
   *
   * @param critical topics; those of another system are left alone
   */
  @Transactional
  public void put(SystemId system, CoverTargetForm form, Set<Long> critical) {
    var before = of(system).orElseThrow();
    sql.sql(
            """
            insert into network.cover_target as kept (system_id, phase, go_live_from, go_live_up_to, settling_from,
                                                      settling_up_to, stable_up_to, knowers)
            values (:system, :phase, :goLiveFrom, :goLiveUpTo, :settlingFrom, :settlingUpTo, :stableUpTo, :knowers)
            on conflict (system_id) do update
               set phase = excluded.phase, go_live_from = excluded.go_live_from, go_live_up_to = excluded.go_live_up_to,
                   settling_from = excluded.settling_from, settling_up_to = excluded.settling_up_to,
                   stable_up_to = excluded.stable_up_to, knowers = excluded.knowers
            """)
        .param("system", system)
        .param("phase", form.chosen())
        .param("goLiveFrom", CoverTargetForm.number(form.goLiveFrom()))
        .param("goLiveUpTo", CoverTargetForm.number(form.goLiveUpTo()))
        .param("settlingFrom", CoverTargetForm.number(form.settlingFrom()))
        .param("settlingUpTo", CoverTargetForm.number(form.settlingUpTo()))
        .param("stableUpTo", CoverTargetForm.number(form.stableUpTo()))
        .param("knowers", CoverTargetForm.number(form.knowers()))
        .update();
    sql.sql(
            """
            update network.topic set critical = id = any (:critical)
             where system_id = :system and active and critical <> (id = any (:critical))
            """)
        .param("system", system)
        .param("critical", critical.toArray(Long[]::new))
        .update();
    var changed = changed(before, of(system).orElseThrow());
    if (!changed.isEmpty()) {
      audit.note("cover_target_changed", system.value(), changed);
    }
  }

  private static Map<String, Object> changed(Target before, Target after) {
    var all = new LinkedHashMap<String, Object>();
    compare(all, "phase", word(before.phase), word(after.phase));
    compare(
        all,
        "go_live",
        range(before.goLiveFrom, before.goLiveUpTo),
        range(after.goLiveFrom, after.goLiveUpTo));
    compare(
        all,
        "settling",
        range(before.settlingFrom, before.settlingUpTo),
        range(after.settlingFrom, after.settlingUpTo));
    compare(all, "stable", before.stableUpTo, after.stableUpTo);
    compare(all, "knowers", before.knowers, after.knowers);
    compare(all, "critical", before.critical(), after.critical());
    return all;
  }

  private static void compare(Map<String, Object> all, String name, Object before, Object after) {
    if (!before.equals(after)) {
      all.put(name, new ArrayList<>(Arrays.asList(before, after)));
    }
  }

  private static String word(@Nullable Phase phase) {
    return phase == null ? "" : phase.word();
  }

  private static String range(int from, int upTo) {
    return from + "-" + upTo;
  }
}
