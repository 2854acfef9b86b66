package nl.steunpunt.platform.settings;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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

  private final JdbcClient sql;
  // Not the mapper of the web: what is stored must still read when the API's JSON changes.
  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  Settings(JdbcClient sql) {
    this.sql = sql;
  }

  /** The setting, or {@code otherwise} when the organisation has not decided it yet. */
  public <T> T get(String name, Class<T> type, T otherwise) {
    var known = kept.get(name);
    if (known != null && fresh(known)) {
      return known.json.isPresent() ? type.cast(known.value) : otherwise;
    }
    var read =
        sql.sql("select value::text from platform.setting where name = :name")
            .param("name", name)
            .query(String.class)
            .optional();
    // The same text is the same object: what callers built from it stays valid.
    Object value =
        known != null && known.json.equals(read)
            ? known.value
            : read.<Object>map(text -> json.readValue(text, type)).orElse(otherwise);
    kept.put(name, new Kept(read, value, System.nanoTime()));
    return read.isPresent() ? type.cast(value) : otherwise;
  }

  public void put(String name, Object value) {
    sql.sql(
            """
            insert into platform.setting (name, value) values (:name, :value::jsonb)
            on conflict (name) do update set value = excluded.value
            """)
        .param("name", name)
        .param("value", json.writeValueAsString(value))
        .update();
    forget(name);
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
