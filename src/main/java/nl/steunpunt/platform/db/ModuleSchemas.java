package nl.steunpunt.platform.db;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates one PostgreSQL schema per module, each with its own history, from the {@code schema}
 * folder in that module's room. The order is the order of dependency: a view may read the published
 * views of modules above it.
 */
@Component
public class ModuleSchemas implements FlywayMigrationStrategy {

  public static final List<String> MODULES =
      List.of(
          "platform", "people", "network", "notify", "support", "issues", "helpdesk", "campaign");

  @Override
  public void migrate(Flyway flyway) {
    MODULES.forEach(module -> module(flyway.getConfiguration(), module).load().migrate());
  }

  /**
   * @param where which database, and how
   */
  public static FluentConfiguration module(Configuration where, String module) {
    return Flyway.configure()
        .configuration(where)
        .schemas(module)
        .locations("classpath:nl/steunpunt/" + module + "/schema")
        .failOnMissingLocations(true);
  }
}
