package nl.steunpunt.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import nl.steunpunt.bench.load.Load;
import nl.steunpunt.bench.load.Requests;

/** "Who helps me?", by colleagues who are signed in: for oneself, a place, a topic, by typing. */
final class Seeking {
  private static final int SIGN_INS = 500;
  private static final int RATE = 50;
  private static final double MILLIS = 30;

  private Seeking() {}

  static List<Line> lines(Subject subject) throws SQLException {
    var known = subject.known();
    var colleagues =
        SignedIn.of(known.database(), SignedIn.Kind.BROWSER, known.colleagues(SIGN_INS));
    var site =
        known.database().number("select min(id) from people.location where parent_id is null");
    var department = known.database().number("select max(id) from people.department");
    var topic = known.database().number("select min(id) from network.topic");
    var ways = new LinkedHashMap<String, String>();
    ways.put("me", "");
    ways.put("a department", "?department=" + department);
    ways.put("a site", "?location=" + site);
    ways.put("a topic", "?topic=" + topic);
    ways.put("typing a beginning", "?q=ver");
    ways.put("typing an error", "?q=verhoven");
    var lines = new ArrayList<Line>();
    ways.forEach((name, query) -> {
      var work = Load.of(n -> Requests.page("/who-helps" + query, colleagues.secret(n)));
      var seen = subject.steady().atRate(RATE, work);
      lines.add(
          Pages.line(
              "who helps: " + name + ", " + RATE + " per second",
              "p99 %.0f ms".formatted(MILLIS),
              "p50 %.1f ms, p99 %.1f ms".formatted(seen.millis(50), seen.millis(99)),
              seen.millis(99) <= MILLIS,
              seen));
    });
    return lines;
  }
}
