package nl.steunpunt.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.bench.load.Load;
import nl.steunpunt.bench.load.Requests;

/** The network lead's heavy screens: cover in its three ways, and what a move would do. */
final class Leading {
  private static final int RATE = 5;
  private static final double MILLIS = 300;

  /**
   * A what-if reads who is ranked where for all 100,000; a lead tries one, reads, tries another.
   */
  private static final int TRIED = 1;

  private static final double TRIED_MILLIS = 500;
  private static final int DECISIONS = 500;
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

  /** From each power user's own team to the next one. */
  static List<Line> whatIf(Subject subject) throws SQLException {
    var known = subject.known();
    var crowd = subject.crowd();
    var lead = SignedIn.of(known.database(), SignedIn.Kind.BROWSER, List.of(crowd.lead()));
    var seen =
        subject
            .steady()
            .atRate(
                TRIED,
                Load.of(n -> {
                  int from = (int) (n * 17 % (crowd.powerUsers() - 1)) + 1;
                  return Requests.page(
                      "/network/division/what-if?system=1&kind=DEPARTMENT&ref=%d&from=%d&to=%d"
                          .formatted(known.ownDepartment(from), from, from + 1),
                      lead.secret(n));
                }));
    return List.of(
        Pages.line(
            "what moving a constituency would do, " + TRIED + " per second",
            "p99 %.0f ms".formatted(TRIED_MILLIS),
            "p50 %.1f ms, p99 %.1f ms".formatted(seen.millis(50), seen.millis(99)),
            seen.millis(99) <= TRIED_MILLIS,
            seen));
  }

  /** Each by the manager who is asked, signed in. */
  static List<Line> decisions(Subject subject) throws SQLException {
    var asked = subject.known().asked();
    var managers =
        SignedIn.of(subject.known().database(), SignedIn.Kind.BROWSER, List.copyOf(asked.values()));
    var mandates = List.copyOf(asked.keySet());
    var seen =
        subject
            .saturating()
            .saturated(
                Load.of(n ->
                    Requests.page(
                        "/mandate-requests/" + mandates.get(managers.index(n)),
                        managers.secret(n))));
    return List.of(
        Pages.line(
            "decision page of a manager, saturated",
            DECISIONS + " per second",
            "%.0f per second".formatted(seen.perSecond()),
            seen.perSecond() >= DECISIONS,
            seen));
  }
}
