package nl.steunpunt.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.steunpunt.platform.db.ModuleSchemas;

/** What the database holds of the product, as PostgreSQL's own catalog says. */
final class Catalog {
  /**
   * Gone within minutes by themselves, and numbered by the transactions of the server they were
   * written on: on another one they would show late or never.
   */
  private static final Set<String> PASSING =
      Set.of("platform.live_event", "platform.live_forgotten");

  private final Connection connection;

  Catalog(Connection connection) {
    this.connection = connection;
  }

  record Table(String name, String columns) {}

  /**
   * Each after those that it refers to. Unlogged tables hold nothing that a crash would keep, and
   * what a comment calls derived is made by triggers when the rest is put back; what it calls
   * passing must not lie in a file.
   */
  List<Table> tables() throws SQLException {
    var columns = new TreeMap<String, String>();
    query(
        """
        select n.nspname || '.' || c.relname,
               (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
                  from pg_attribute a
                 where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = any (?) and c.relkind = 'r' and c.relpersistence = 'p'
           and c.relname <> 'flyway_schema_history'
           and coalesce(obj_description(c.oid, 'pg_class'), '') !~ '^(derived|passing):'
        """,
        row -> columns.put(row.text(1), row.text(2)));
    columns.keySet().removeAll(PASSING);
    return inOrder(columns.keySet(), references()).stream()
        .map(name -> new Table(name, String.valueOf(columns.get(name))))
        .toList();
  }

  private Map<String, Set<String>> references() throws SQLException {
    var references = new HashMap<String, Set<String>>();
    query(
        """
        select n.nspname || '.' || c.relname, rn.nspname || '.' || r.relname
          from pg_constraint k
          join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
          join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
         where n.nspname = any (?) and k.contype = 'f' and r.oid <> c.oid
        """,
        row -> references.computeIfAbsent(row.text(1), none -> new HashSet<>()).add(row.text(2)));
    return references;
  }

  static List<String> inOrder(Collection<String> names, Map<String, Set<String>> references) {
    var left = new ArrayList<>(names);
    var ordered = new ArrayList<String>();
    while (!left.isEmpty()) {
      var next =
          left.stream()
              .filter(name -> ordered.containsAll(references.getOrDefault(name, Set.of())))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("tables refer in a circle: " + left));
      ordered.add(next);
      left.remove(next);
    }
    return ordered;
  }

  /** Not part of any snapshot: asked after the rows, so never below a number that a row has. */
  Map<String, Long> sequences() throws SQLException {
    var sequences = new TreeMap<String, Long>();
    query(
        """
        select schemaname || '.' || sequencename, last_value from pg_sequences
         where schemaname = any (?) and last_value is not null
        """,
        row -> sequences.put(row.text(1), row.number(2)));
    return sequences;
  }

  /** Per module that has a schema, the versions that were applied. */
  Map<String, List<String>> migrations() throws SQLException {
    var schemas = new HashSet<String>();
    query(
        """
        select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = any (?) and c.relname = 'flyway_schema_history'
        """,
        row -> schemas.add(row.text(1)));
    var migrations = new LinkedHashMap<String, List<String>>();
    for (var module : ModuleSchemas.MODULES) {
      if (schemas.contains(module)) {
        migrations.put(module, versions(module));
      }
    }
    return migrations;
  }

  private List<String> versions(String module) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select version from %s.flyway_schema_history where success and version is not null order by installed_rank"
                    .formatted(module))) {
      var versions = new ArrayList<String>();
      while (rows.next()) {
        versions.add(rows.getString(1));
      }
      return versions;
    }
  }

  /** In all tables together. */
  long rows() throws SQLException {
    long rows = 0;
    for (var table : tables()) {
      rows += number("select count(*) from " + table.name());
    }
    return rows;
  }

  int postgres() throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion();
  }

  private long number(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private record Row(java.sql.ResultSet columns) {
    String text(int column) throws SQLException {
      return String.valueOf(columns.getString(column));
    }

    long number(int column) throws SQLException {
      return columns.getLong(column);
    }
  }

  private interface Each {
    void row(Row row) throws SQLException;
  }

  private void query(String sql, Each each) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setArray(
          1, connection.createArrayOf("text", ModuleSchemas.MODULES.toArray(String[]::new)));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          each.row(new Row(rows));
        }
      }
    }
  }
}
