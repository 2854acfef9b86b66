package nl.steunpunt.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.steunpunt.platform.backup.Manifest.TableContent;
import nl.steunpunt.platform.db.ModuleSchemas;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.postgresql.PGConnection;

/**
 * Fills a database from a backup: the schema as it was when the backup was made, the rows in one
 * transaction, a look whether all is as it was, and then the migrations since. Cut short, it leaves
 * a Steunpunt with nothing in it, never half of one.
 */
final class Restoring {
  private final DataSource database;
  private final Configuration flyway;

  Restoring(DataSource database) {
    this.database = database;
    this.flyway = Flyway.configure().dataSource(database);
  }

  /**
   * @param overwrite whether what the database holds may go
   * @throws BackupRefused before anything was changed
   */
  void restore(BackupFile file, boolean overwrite) throws SQLException, IOException {
    restoreAsItWas(file, overwrite);
    ModuleSchemas.MODULES.forEach(module -> migrate(module, MigrationVersion.LATEST));
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      // Until then the planner knows nothing of these tables, and screens would be slow.
      statement.execute("analyze");
    }
  }

  /** Without the migrations since: they come with the next start. */
  void restoreAsItWas(BackupFile file, boolean overwrite) throws SQLException, IOException {
    var manifest = file.manifest();
    refuseUnknownMigrations(manifest);
    try (var connection = database.getConnection()) {
      refuseWhileInUse(connection);
      if (!overwrite) {
        refuseToOverwrite(connection);
      }
      drop(connection);
      manifest.migrations().forEach((module, versions) -> migrate(module, target(versions)));
      fill(connection, file);
    }
  }

  private void migrate(String module, MigrationVersion target) {
    ModuleSchemas.module(flyway, module).target(target).load().migrate();
  }

  private static MigrationVersion target(List<String> versions) {
    return versions.stream()
        .map(MigrationVersion::fromVersion)
        .max((a, b) -> a.compareTo(b))
        .orElseThrow();
  }

  /** Up to its last migration this product must make the very schema that the backup had. */
  private void refuseUnknownMigrations(Manifest manifest) {
    manifest
        .migrations()
        .forEach((module, versions) -> {
          if (!ModuleSchemas.MODULES.contains(module)
              || !known(module, target(versions)).equals(new HashSet<>(versions))) {
            throw new BackupRefused(
                "The backup was made by Steunpunt %s, whose schema of \"%s\" this one (%s) does not know: restore it with a release that does, and upgrade that."
                    .formatted(manifest.product(), module, ProductVersion.NAME));
          }
        });
  }

  private HashSet<String> known(String module, MigrationVersion last) {
    var known = new HashSet<String>();
    for (var migration : ModuleSchemas.module(flyway, module).load().info().all()) {
      var version = migration.getVersion();
      if (version != null && migration.getState().isResolved() && version.compareTo(last) <= 0) {
        known.add(version.getVersion());
      }
    }
    return known;
  }

  /** A node that runs on while its tables go would write what nobody asked for. */
  private static void refuseWhileInUse(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select count(*) from pg_stat_activity
                 where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
                """)) {
      rows.next();
      if (rows.getLong(1) > 0) {
        throw new BackupRefused(
            "This database is in use by %d other connections: stop Steunpunt, on every node, first."
                .formatted(rows.getLong(1)));
      }
    }
  }

  private static void refuseToOverwrite(Connection connection) throws SQLException {

    var rows = new Catalog(connection).rows();
    if (rows > 0) {
      throw new BackupRefused(
          "This database holds a Steunpunt of %d rows: --overwrite puts the backup in its place, and what it holds now is gone then."
              .formatted(rows));
    }
  }

  private static void drop(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "drop schema if exists %s cascade".formatted(String.join(", ", ModuleSchemas.MODULES)));
    }
  }

  private static void fill(Connection connection, BackupFile file)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    try {
      CopyText.settle(connection);
      var manifest = file.manifest();
      empty(connection, manifest.tables());
      for (var table : manifest.tables()) {
        fill(connection, file, table);
      }
      setSequences(connection, manifest);
      forgetLivePositions(connection);
      check(connection, manifest);
      connection.commit();
    } catch (SQLException | IOException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** Migrations put rows in some tables; the backup has them too. */
  private static void empty(Connection connection, List<TableContent> tables) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          tables.stream()
              .map(TableContent::name)
              .collect(Collectors.joining(", ", "truncate ", "")));
    }
  }

  private static void fill(Connection connection, BackupFile file, TableContent table)
      throws SQLException, IOException {
    try (var rows = file.rows(table)) {
      var came =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy %s (%s) from stdin".formatted(table.name(), table.columns()), rows);
      if (came != table.rows()) {
        throw new BackupRefused(
            "Of %s came %d rows instead of %d.".formatted(table.name(), came, table.rows()));
      }
    }
  }

  private static void setSequences(Connection connection, Manifest manifest) throws SQLException {
    try (var statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
      for (var sequence : manifest.sequences().entrySet()) {
        statement.setString(1, sequence.getKey());
        statement.setLong(2, sequence.getValue());
        statement.execute();
      }
    }
  }

  /** A browser that was connected before must load its page anew: what it saw may be undone. */
  private static void forgetLivePositions(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("update platform.live_forgotten set xid = pg_current_xact_id()");
    }
  }

  /**
   * The tables are read once more and must give the very text that was put in. Another major
   * version may write a value otherwise; there the number of rows must do.
   */
  private static void check(Connection connection, Manifest manifest)
      throws SQLException, IOException {
    if (new Catalog(connection).postgres() != manifest.postgres()) {
      return;
    }
    var other = new ArrayList<String>();
    for (var table : manifest.tables()) {
      var now =
          CopyText.write(
              connection,
              new Catalog.Table(table.name(), table.columns()),
              OutputStream.nullOutputStream());
      if (!Objects.equals(now, table)) {
        other.add(table.name());
      }
    }
    if (!other.isEmpty()) {
      throw new BackupRefused("These tables are not as they were: " + String.join(", ", other));
    }
  }
}
