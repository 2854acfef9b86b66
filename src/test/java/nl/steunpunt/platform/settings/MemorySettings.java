package nl.steunpunt.platform.settings;

import java.util.HashMap;
import java.util.Map;
import nl.steunpunt.platform.audit.BlankTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Settings for tests that need no database. */
public final class MemorySettings extends Settings {
  private final Map<String, Object> values = new HashMap<>();

  public MemorySettings() {
    super(JdbcClient.create(new DriverManagerDataSource()), new BlankTrail());
  }

  @Override
  public <T> T get(String name, Class<T> type, T otherwise) {
    return values.containsKey(name) ? type.cast(values.get(name)) : otherwise;
  }

  @Override
  public void put(String name, Object value) {
    values.put(name, value);
  }

  @Override
  public void remember(String name, Object value) {
    values.put(name, value);
  }
}
