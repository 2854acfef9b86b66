package nl.steunpunt.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.bench.load.Load;
import nl.steunpunt.bench.load.Requests;

/**
 * The cover screen, as the network lead walks through it: the whole, by place, by topic, one list.
 */
final class Leading {
  private static final int RATE = 5;
  private static final double MILLIS = 300;
  private static final List<String> WAYS = List.of("department", "location", "topic");

  private Leading() {}

  static List<Line> lines(Subject subject) throws SQLException {
    var known = subject.known();
    var lead =
        SignedIn.of(known.database(), SignedIn.Kind.BROWSER, List.of(subject.crowd().lead()));
    var lines = new ArrayList<Line>();
    for (var way : WAYS) {
      var seen =
          subject
              .steady()
              .atRate(
                  RATE, Load.of(n -> Requests.page("/network/cover?by=" + way, lead.secret(n))));
      lines.add(
          Pages.line(
              "cover by " + way + ", " + RATE + " per second",
              "p99 %.0f ms".formatted(MILLIS),
              "p50 %.1f ms, p99 %.1f ms".formatted(seen.millis(50), seen.millis(99)),
              seen.millis(99) <= MILLIS,
              seen));
    }
    return lines;
  }
}
