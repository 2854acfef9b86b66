package nl.steunpunt.platform.db;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads a whole screen, lists within it included, in one statement: the statement answers JSON, a
 * column for each part in the database's own names, and the JSON becomes the screen's record.
 */
@Component
public class ScreenSql {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(new SimpleModule().addDeserializer(Instant.class, new ScreenInstants()))
          .build();

  /** The first column of each row as a record of this type. */
  public <T> List<T> list(StatementSpec statement, Class<T> type) {
    return statement.query((row, number) -> JSON.readValue(row.getBytes(1), type)).list();
  }

  public <T> Optional<T> one(StatementSpec statement, Class<T> type) {
    return statement.query((row, number) -> JSON.readValue(row.getBytes(1), type)).optional();
  }
}
