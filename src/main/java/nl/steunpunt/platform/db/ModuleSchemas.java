package nl.steunpunt.platform.db;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates one PostgreSQL schema per module, each with its own history, from the {@code schema}
 * folder in that module's room. The order is the order of dependency: a view may read the published
 * views of modules above it.
 */
@Component
class ModuleSchemas implements FlywayMigrationStrategy {

  private static final List<String> MODULES =
      List.of("platform", "people", "network", "notify", "support", "issues", "helpdesk");

  @Override
  public void migrate(Flyway flyway) {
    for (var module : MODULES) {
      Flyway.configure()
          .configuration(flyway.getConfiguration())
          .schemas(module)
          .locations("classpath:nl/steunpunt/" + module + "/schema")
          .failOnMissingLocations(true)
          .load()
          .migrate();
    }
  }
}
