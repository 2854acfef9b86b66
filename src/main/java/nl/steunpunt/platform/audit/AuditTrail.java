package nl.steunpunt.platform.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.steunpunt.platform.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Written in the transaction of the change itself: what was not changed is not noted, and nothing
 * is changed without its note. Persons stand in it by number alone, so that the trail stays true
 * when a name is erased.
 */
@Component
public class AuditTrail {
  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient sql;
  private final Clock clock;

  AuditTrail(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * By whoever is signed in; by the product itself where nobody is.
   *
   * @param what a word with a text of its own: {@code audit.what.}...
   * @param subject the number of what it was done to, of which kind follows from the word; or null
   * @param detail names and values; where something became something else, a list of both
   */
  public void note(String what, @Nullable Long subject, Map<String, ?> detail) {
    var viewer = Pages.viewer();
    noteBy(viewer == null ? null : viewer.number(), what, subject, detail);
  }

  /**
   * What became something else, by the same names; when nothing did, nothing is noted. What has a
   * name is noted with it.
   *
   * @param unsaid names of what is another now and does not stand in a trail: secrets, people
   */
  public void noteChange(
      String what, long subject, Map<String, ?> before, Map<String, ?> after, List<String> unsaid) {
    var changed = new LinkedHashMap<String, Object>();
    after.forEach((name, value) -> {
      var was = before.get(name);
      if (!Objects.equals(was, value)) {
        changed.put(name, List.of(was == null ? "" : was, value));
      }
    });
    unsaid.forEach(one -> changed.put(one, List.of("…", "…")));
    if (!changed.isEmpty()) {
      var name = after.get("name");
      if (name != null) {
        changed.putIfAbsent("name", name);
      }
      note(what, subject, changed);
    }
  }

  /** For work that goes on after its request: an import. */
  public void noteBy(
      @Nullable Long actor, String what, @Nullable Long subject, Map<String, ?> detail) {
    sql.sql(
            """
            insert into platform.audit (at, actor_id, what, subject_id, detail)
            values (:at, :actor, :what, :subject, :detail::jsonb)
            """)
        .param("at", clock.instant())
        .param("actor", actor)
        .param("what", what)
        .param("subject", subject)
        .param("detail", JSON.writeValueAsString(detail))
        .update();
  }

  /**
   * The only way out of the table: a time of keeping that is over.
   *
   * @return how many went
   */
  int forget(Instant before, int most) {
    sql.sql("select set_config('steunpunt.forgetting', 'on', true)").query().singleValue();
    return sql.sql(
            """
            delete from platform.audit where id in
                   (select id from platform.audit where at < :before order by id limit :most)
            """)
        .param("before", before)
        .param("most", most)
        .update();
  }
}
