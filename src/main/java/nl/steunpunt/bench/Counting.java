package nl.steunpunt.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import nl.steunpunt.bench.load.Load;
import nl.steunpunt.bench.load.Requests;

/** What became of a million questions, by the network lead: the weeks, the ways, the download. */
final class Counting {
  private static final int RATE = 5;
  private static final double MILLIS = 100;

  /** As in a new or restored installation: all that is due at once. */
  private static final int PATIENCE_SECONDS = 300;

  private Counting() {}

  static List<Line> lines(Subject subject) throws SQLException, InterruptedException {
    var database = subject.known().database();
    var lines = new ArrayList<Line>();
    // What is told is not counted again.
    for (var table :
        List.of(
            "outcome_span",
            "outcome_part",
            "outcome_visit",
            "outcome_visit_part",
            "outcome_learned")) {
      database.run("delete from helpdesk." + table);
    }
    database.run("update helpdesk.outcome_reckoned set at = null, claimed_until = null");
    var start = System.nanoTime();
    var waited = 0;
    while (database.number("select count(*) from helpdesk.outcome_reckoned where at is null") > 0
        && waited++ < PATIENCE_SECONDS) {
      Thread.sleep(1000);
    }
    lines.add(
        Line.plain(
            "counting what became of half a year's questions, all at once, until a page shows it",
            "%d s".formatted(PATIENCE_SECONDS),
            "%.0f s".formatted((System.nanoTime() - start) / 1e9),
            waited < PATIENCE_SECONDS));
    var lead = SignedIn.of(database, SignedIn.Kind.BROWSER, List.of(subject.crowd().lead()));
    var ways = new LinkedHashMap<String, String>();
    ways.put("a quarter", "/counting");
    ways.put("half a year by location", "/counting?weeks=24&by=location");
    ways.put("download", "/counting/numbers.csv?weeks=24");
    ways.forEach((name, address) -> {
      var seen =
          subject.steady().atRate(RATE, Load.of(n -> Requests.page(address, lead.secret(n))));
      lines.add(
          Pages.line(
              "counting: " + name + ", " + RATE + " per second",
              "p99 %.0f ms".formatted(MILLIS),
              "p50 %.1f ms, p99 %.1f ms".formatted(seen.millis(50), seen.millis(99)),
              seen.millis(99) <= MILLIS,
              seen));
    });
    return lines;
  }
}
