package nl.steunpunt.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.steunpunt.bench.large.Crowd;
import nl.steunpunt.bench.large.Database;
import nl.steunpunt.bench.large.Known;
import nl.steunpunt.bench.load.Requests;
import nl.steunpunt.bench.load.Streams;
import nl.steunpunt.bench.load.Wire;

/**
 * What the database alone would do of asking: pgbench with all statements of an ask, those by which
 * the power user's screen hears of it too, as the server logged them.
 */
final class Peak {
  private static final double SHARE = 30;
  private static final int CLIENTS = 8;

  /** The first ones prepare their statements, and say so in the log. */
  private static final int WARMING = 12;

  /** Asked so often: the one during which the server did the least else is it. */
  private static final int TRIES = 12;

  /** Some have no constituency of their own. */
  private static final int ENOUGH = 200;

  private static final Duration HEARD = Duration.ofMillis(200);
  private static final String BEGIN = "select 'an ask begins'";
  private static final String END = "select 'an ask ends'";
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

  private final List<String> command;
  private final Path data;
  private final Crowd crowd;

  /**
   * @param data of the large organisation, on which no server runs
   */
  Peak(List<String> command, Path data, Crowd crowd) {
    this.command = command;
    this.data = data;
    this.crowd = crowd;
  }

  /**
   * @param reached asks per second of the server, with the same organisation
   */
  List<Line> line(double reached, Duration measured)
      throws SQLException, IOException, InterruptedException {
    var what = "the same against pgbench with all statements of an ask";
    var must = "%.0f %% of it".formatted(SHARE);
    var pgbench = pgbench();
    if (pgbench.isEmpty()) {
      return List.of(Line.plain(what, must, "there is no pgbench on this machine", false));
    }
    var script = Files.writeString(data.resolve("ask.pgbench"), script());
    try (var server = Server.start(command, data)) {
      new Known(server.database(), crowd).tidy(SignedIn.LABEL);
      signIn(server.database());
      run(pgbench.get(), server.database(), script, measured.dividedBy(2));
      var peak = run(pgbench.get(), server.database(), script, measured);
      var share = reached / peak * 100;
      return List.of(
          Line.plain(
              what, must, "%.0f %% of %.0f per second".formatted(share, peak), share >= SHARE));
    }
  }

  /** Each person that the script may draw has the token of their own number. */
  private void signIn(Database database) throws SQLException {
    var now = Clock.systemUTC().instant();
    database.run(
        """
        insert into people.sign_in (secret_hash, person_id, kind, label, created_at, expires_at)
        select decode(lpad(to_hex(n::bigint), 64, '0'), 'hex'), n, 'token', '%s', '%s', '%s'
          from generate_series(%d, %d) n on conflict do nothing
        """
            .formatted(
                SignedIn.LABEL,
                now,
                now.plus(Duration.ofDays(1)),
                crowd.firstColleague(),
                crowd.people()),
        "vacuum analyze people.sign_in");
  }

  private String script() throws SQLException, IOException, InterruptedException {
    logStatements(true);
    try (var server = Server.start(command, data)) {
      return recorded(server);
    } finally {
      logStatements(false);
    }
  }

  /** For sessions that begin after it: the server's own do at its next start. */
  private void logStatements(boolean log) throws SQLException, IOException {
    try (var server = Server.start(command, data)) {
      server
          .database()
          .run(
              log
                  ? "alter role postgres set log_statement = 'all'"
                  : "alter role postgres reset log_statement",
              log
                  ? "alter role postgres set log_error_verbosity = 'default'"
                  : "alter role postgres reset log_error_verbosity");
    }
  }

  private String recorded(Server server) throws SQLException, IOException, InterruptedException {
    var database = server.database();
    var known = new Known(database, crowd);
    known.tidy(SignedIn.LABEL);
    // Each asks somebody else: a power user with all of them would be full.
    var helpers = new ArrayList<Long>();
    var askers = new ArrayList<Long>();
    for (var helper : known.powerUsersWithRoom(ENOUGH)) {
      for (var asker : known.constituency(List.of(helper), 1)) {
        helpers.add(helper);
        askers.add(asker);
      }
    }
    var tokens = SignedIn.of(database, SignedIn.Kind.TOKEN, askers);
    var screens = SignedIn.of(database, SignedIn.Kind.BROWSER, helpers);
    AskLog best = null;
    try (var streams = new Streams(question -> {});
        var wire = new Wire(server.address())) {
      for (var secret : screens.secrets()) {
        streams.open(server.address(), Requests.stream(secret));
      }
      streams.awaitAllBut(0);
      for (int n = 0; n < WARMING + TRIES; n++) {
        database.run(BEGIN);
        var answer = wire.send(Asking.request(tokens, n, "Waar staat de knop " + n));
        Thread.sleep(HEARD);
        database.run(END);
        var id = ID.matcher(answer.text());
        if (n < WARMING || !id.find()) {
          continue;
        }
        var log =
            AskLog.last(
                Files.readString(data.resolve("postgres.log"), StandardCharsets.UTF_8),
                BEGIN,
                END,
                new AskLog.Numbers(askers.get(n), helpers.get(n), Long.parseLong(id.group(1))));
        if (best == null || log.size() < best.size()) {
          best = log;
        }
      }
    }
    if (best == null) {
      throw new IOException("No question was taken; the server says why in its log.");
    }
    return best.script(
        crowd.firstColleague(),
        crowd.people(),
        crowd.powerUser(1),
        crowd.powerUser(crowd.powerUsers()));
  }

  private static double run(Path pgbench, Database database, Path script, Duration length)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
                pgbench.toString(),
                "-n",
                "-M",
                "prepared",
                "-f",
                script.toString(),
                "-c",
                Integer.toString(CLIENTS),
                "-j",
                "2",
                "-T",
                Long.toString(length.toSeconds()),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(database.port()),
                "-U",
                "postgres",
                "postgres")
            .redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", database.password());
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var tps = TPS.matcher(said);
    if (process.waitFor() != 0 || !tps.find()) {
      throw new IOException("pgbench: " + said);
    }
    return Double.parseDouble(tps.group(1));
  }

  /** On the path, or where Debian's packages of PostgreSQL put it: the newest. */
  private static Optional<Path> pgbench() throws IOException {
    var onPath =
        Stream.of(System.getenv("PATH").split(":"))
            .map(folder -> Path.of(folder, "pgbench"))
            .filter(Files::isExecutable)
            .findFirst();
    var debian = Path.of("/usr/lib/postgresql");
    if (onPath.isPresent() || !Files.isDirectory(debian)) {
      return onPath;
    }
    try (var versions = Files.list(debian)) {
      return versions
          .map(version -> version.resolve("bin/pgbench"))
          .filter(Files::isExecutable)
          .max(Comparator.naturalOrder());
    }
  }
}
