package nl.steunpunt.platform.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.steunpunt.platform.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the organisation decided for the whole product, one JSON document per name. Read from memory
 * for {@value #KEPT_SECONDS} seconds, so that another node's change is seen within that time and a
 * request seldom costs a read; the node that changes a setting sees it at once.
 */
@Component
public class Settings {

  static final long KEPT_SECONDS = 2;

  private record Kept(Optional<String> json, Object value, long readAt) {}

  private record Changed(@Nullable String before, String after) {}

  private final JdbcClient sql;
  private final AuditTrail audit;
  // Not the mapper of the web: what is stored must still read when the API's JSON changes.
  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  Settings(JdbcClient sql, AuditTrail audit) {
    this.sql = sql;
    this.audit = audit;
  }

  /** The setting, or {@code otherwise} when the organisation has not decided it yet. */
  public <T> T get(String name, Class<T> type, T otherwise) {
    var known = kept.get(name);
    if (known != null && fresh(known)) {
      return known.json.isPresent() ? type.cast(known.value) : otherwise;
    }
    Optional<String> read;
    try {
      read =
          sql.sql("select value::text from platform.setting where name = :name")
              .param("name", name)
              .query(String.class)
              .optional();
    } catch (DataAccessResourceFailureException away) {
      if (known == null) {
        throw away;
      }
      // The page that says so has a name and colours too.
      read = known.json;
    }
    // The same text is the same object: what callers built from it stays valid.
    Object value =
        known != null && known.json.equals(read)
            ? known.value
            : read.<Object>map(text -> json.readValue(text, type)).orElse(otherwise);
    kept.put(name, new Kept(read, value, System.nanoTime()));
    return read.isPresent() ? type.cast(value) : otherwise;
  }

  /**
   * As it is now and until the transaction ends: for who decides by it what must not be decided by
   * what was so two seconds ago.
   */
  public <T> T held(String name, Class<T> type, T otherwise) {
    return sql.sql("select value::text from platform.setting where name = :name for share")
        .param("name", name)
        .query(String.class)
        .optional()
        .map(text -> json.readValue(text, type))
        .orElse(otherwise);
  }

  /** What somebody decided: it is noted who, and what it was before. */
  @Transactional
  public void put(String name, Object value) {
    var changed = write(name, value);
    var members = members(changed);
    if (!members.isEmpty()) {
      members.put("setting", name);
      audit.note("setting_changed", null, members);
    }
  }

  /** What the product keeps for itself beside what was decided. */
  public void remember(String name, Object value) {
    write(name, value);
  }

  /** The same, of which the first to do so decides: nodes that start together agree. */
  public void rememberFirst(String name, Object value) {
    sql.sql(
            """
            insert into platform.setting (name, value) values (:name, :value::jsonb)
            on conflict (name) do nothing
            """)
        .param("name", name)
        .param("value", json.writeValueAsString(value))
        .update();
    forget(name);
  }

  private Changed write(String name, Object value) {
    var changed =
        sql.sql(
                """
                insert into platform.setting (name, value) values (:name, :value::jsonb)
                on conflict (name) do update set value = excluded.value
                returning old.value::text as before, new.value::text as after
                """)
            .param("name", name)
            .param("value", json.writeValueAsString(value))
            .query(Changed.class)
            .single();
    forget(name);
    return changed;
  }

  /**
   * Those that are another than before, each with both values; of a secret only that it changed.
   */
  private Map<String, Object> members(Changed changed) {
    var before = json.readTree(changed.before == null ? "{}" : changed.before);
    var after = json.readTree(changed.after);
    var members = new LinkedHashMap<String, Object>();
    after
        .properties()
        .forEach(member -> {
          var was = before.path(member.getKey());
          if (!was.equals(member.getValue())) {
            members.put(
                member.getKey(),
                member.getKey().startsWith("sealed")
                    ? List.of("…", "…")
                    : List.of(was.isMissingNode() ? "" : was, member.getValue()));
          }
        });
    return members;
  }

  /**
   * Also when the transaction has ended: until then other threads read, and keep, the old value.
   */
  private void forget(String name) {
    kept.remove(name);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              kept.remove(name);
            }
          });
    }
  }

  private static boolean fresh(Kept known) {
    return System.nanoTime() - known.readAt < KEPT_SECONDS * 1_000_000_000L;
  }
}
