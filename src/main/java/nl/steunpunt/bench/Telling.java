package nl.steunpunt.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import nl.steunpunt.bench.large.Crowd;
import nl.steunpunt.bench.large.Database;
import nl.steunpunt.bench.load.Load;
import nl.steunpunt.bench.load.Requests;
import nl.steunpunt.bench.load.Wire;

/**
 * News of an issue that half of the organisation is hit by, and how a power user's people stand.
 */
final class Telling {
  private static final int HIT = 50_000;
  private static final double SECONDS = 10;
  private static final long PATIENCE_NANOS = 120_000_000_000L;
  private static final int RATE = 20;
  private static final double MILLIS = 100;
  private static final int POWER_USERS = 500;
  private static final int OK = 200;

  private Telling() {}

  /** From the change until the last notice is there. */
  static List<Line> news(Subject subject) throws SQLException, IOException {
    var database = subject.known().database();
    var hit = hit(subject.crowd());
    var issue = issue(database, hit);
    var begun = System.nanoTime();
    change(subject.server(), subject.crowd(), issue);
    awaitAll(database, issue);
    var seconds = (System.nanoTime() - begun) / 1e9;
    var made = made(database, issue);
    return List.of(
        Line.plain(
            "one change that reaches %,d people, until all notices are made".formatted(hit),
            "%d in %.0f s".formatted(hit, SECONDS),
            "%d in %.1f s".formatted(made, seconds),
            made == hit && seconds <= SECONDS));
  }

  /** The same, with the server killed when a part of them is there, and started again. */
  static List<Line> killed(Wish wish) throws SQLException, IOException {
    var hit = hit(wish.crowd());
    long issue;
    var server = Server.start(wish.command(), wish.organisation());
    try {
      issue = issue(server.database(), hit);
      change(server, wish.crowd(), issue);
      await(server.database(), "select count(*) from issues.hearing where issue_id = " + issue);
      server.kill();
    } finally {
      server.close();
    }
    try (var again = Server.start(wish.command(), wish.organisation())) {
      var database = again.database();
      var before = made(database, issue);
      awaitAll(database, issue);
      var made = made(database, issue);
      var events =
          "from platform.live_event where kind = 'issue' and detail = 'changed' and subject = "
              + issue;
      var told = database.number("select count(*) " + events);
      var people = database.number("select count(distinct person_id) " + events);
      return List.of(
          Line.plain(
              "the same, the server killed when some of them are made",
              "%d, none twice".formatted(hit),
              "%d, then %d; told %d people %d times".formatted(before, made, people, told),
              made == hit && people == hit && told == hit));
    }
  }

  private static int hit(Crowd crowd) {
    return Math.min(HIT, crowd.people() / 2);
  }

  private static void change(Server server, Crowd crowd, long issue)
      throws SQLException, IOException {
    var desk = SignedIn.of(server.database(), SignedIn.Kind.TOKEN, List.of(crowd.desk(1)));
    try (var wire = new Wire(server.address())) {
      var answer =
          wire.send(
              Requests.put(
                  "/api/v1/issues/" + issue,
                  desk.secret(0),
                  "{\"title\": \"Half of us is stuck\", \"status\": \"confirmed\", \"workaround\": \"Druk op F5\"}"));
      if (answer.status() != OK) {
        throw new IOException(answer.status() + " " + answer.text());
      }
    }
  }

  private static void awaitAll(Database database, long issue) throws SQLException {
    await(
        database,
        "select count(*) from issues.news where spread_at is not null and issue_id = " + issue);
  }

  /** Until it is more than none. */
  private static void await(Database database, String count) throws SQLException {
    var begun = System.nanoTime();
    try (var connection = database.connect();
        var query = connection.prepareStatement(count)) {
      while (System.nanoTime() - begun < PATIENCE_NANOS) {
        try (var row = query.executeQuery()) {
          if (row.next() && row.getLong(1) > 0) {
            return;
          }
        }
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long made(Database database, long issue) throws SQLException {
    return database.number("select count(*) from issues.hearing where issue_id = " + issue);
  }

  /** A new one; those of earlier runs would stand among what a power user's people have. */
  private static long issue(Database database, int hit) throws SQLException {
    database.run("delete from issues.issue where title = 'Half of us is stuck'");
    var issue =
        database.number(
            """
            insert into issues.issue (system_id, title, status, created_by, created_at, changed_at)
            select 1, 'Half of us is stuck', 'reported', 1, at, at
              from (select max(changed_at) as at from issues.issue) newest
            returning id
            """);
    database.run(
        """
        insert into issues.me_too (issue_id, person_id, at, named)
        select i.id, p.id, i.created_at, true
          from issues.issue i, (select id from people.person where active order by id limit %d) p where i.id = %d
        """
            .formatted(hit, issue),
        "analyze issues.me_too");
    return issue;
  }

  static List<Line> people(Subject subject) throws SQLException {
    var known = subject.known();
    var readers =
        SignedIn.of(known.database(), SignedIn.Kind.BROWSER, known.powerUsersWithRoom(POWER_USERS));
    var seen =
        subject.steady().atRate(RATE, Load.of(n -> Requests.page("/my-people", readers.secret(n))));
    return List.of(
        Pages.line(
            "my people of a power user, " + RATE + " per second",
            "p99 %.0f ms".formatted(MILLIS),
            "p50 %.1f ms, p99 %.1f ms".formatted(seen.millis(50), seen.millis(99)),
            seen.millis(99) <= MILLIS,
            seen));
  }
}
