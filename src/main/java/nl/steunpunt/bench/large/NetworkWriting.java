package nl.steunpunt.bench.large;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/** One system with twelve topics, the power users' mandates, and whom they serve. */
final class NetworkWriting {
  static final int SYSTEM = 1;
  static final int TOPICS = 12;

  /** Of so many mandates one waits for the manager's word. */
  static final int WAITING = 7;

  private final Database database;
  private final Crowd crowd;
  private final Instant now;

  NetworkWriting(Database database, Crowd crowd, Instant now) {
    this.database = database;
    this.crowd = crowd;
    this.now = now;
  }

  void write() throws SQLException {
    systems();
    mandates();
    absences();
    database.run(
        "analyze people.person, people.department, people.location, network.mandate, network.constituency_rule");
  }

  private void systems() throws SQLException {
    var liveOn = LocalDate.ofInstant(now.minus(Duration.ofDays(560)), ZoneOffset.UTC);
    try (var table = new CopyTable(database, "network.system (id, key, name, live_on)")) {
      table.row(SYSTEM, "erp", "Nova", liveOn);
    }
    var topics = Speech.lines("topics.csv").subList(1, TOPICS + 1);
    try (var table =
        new CopyTable(database, "network.topic (id, system_id, key, name_nl, name_en)")) {
      for (int topic = 1; topic <= TOPICS; topic++) {
        var cells = topics.get(topic - 1).split(";");
        table.row(topic, SYSTEM, cells[0], cells[1], cells[2]);
      }
    }
  }

  private void mandates() throws SQLException {
    try (var mandates =
            new CopyTable(
                database,
                "network.mandate (id, person_id, system_id, state, share_percent, started_at, stage, asked_id, asked_at)");
        var knowledge = new CopyTable(database, "network.topic_knowledge (mandate_id, topic_id)");
        var rules =
            new CopyTable(database, "network.constituency_rule (mandate_id, kind, ref_id)");
        var exceptions =
            new CopyTable(
                database, "network.constituency_exception (person_id, mandate_id, served)")) {
      for (int mandate = 1; mandate <= crowd.powerUsers(); mandate++) {
        var person = crowd.powerUser(mandate);
        var waits = mandate % WAITING == 0;
        mandates.row(
            mandate,
            person,
            SYSTEM,
            waits ? "provisional" : "active",
            10 + mandate % 11,
            now.minus(Duration.ofDays(560)),
            waits ? "manager_asked" : "agreed",
            waits ? crowd.managerOf(person) : null,
            waits ? now.minus(Duration.ofDays(1)) : null);
        knowledge.row(mandate, mandate % TOPICS + 1);
        rules.row(mandate, "department", crowd.teamDepartment(crowd.team(person)));
        if (mandate % 4 == 0) {
          rules.row(mandate, "location", crowd.floorOf(person));
        }
        if (mandate % 20 == 0) {
          rules.row(mandate, "manager", crowd.managerOf(person));
        }
        if (mandate % 200 == 0) {
          rules.row(mandate, "location", crowd.siteOf(person));
        }
        exceptions.row(
            crowd.colleague(crowd.team(person) % crowd.teams() + 1, mandate),
            mandate,
            mandate % 3 > 0);
      }
    }
  }

  /** Five in a hundred are away now. */
  private void absences() throws SQLException {
    try (var table = new CopyTable(database, "network.absence (person_id, from_at, until_at)")) {
      for (int mandate = crowd.busy() + 7; mandate <= crowd.powerUsers(); mandate += 20) {
        table.row(
            crowd.powerUser(mandate), now.minus(Duration.ofDays(2)), now.plus(Duration.ofDays(30)));
      }
    }
  }

  /** By the product's own statement, as an import of this organisation would. */
  void constituencies() throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("set work_mem = '128MB'");
      statement.execute(network("ranking.sql") + network("recompute.sql"));
      statement.execute("set enable_nestloop = off");
      statement.execute(network("cover-counts.sql"));
    }
  }

  /** For all systems, as they are: each parameter is null. */
  private static String network(String file) {
    try (var in = NetworkWriting.class.getResourceAsStream("/nl/steunpunt/network/" + file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("(?<!:):[a-z]\\w*", "null");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
