package nl.steunpunt.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.steunpunt.bench.load.Load;
import nl.steunpunt.bench.load.Outcome;
import nl.steunpunt.bench.load.Requests;

/** Start page, inbox and question, by people who are signed in, each with their own rows. */
final class Pages {
  private static final int SIGN_INS = 500;
  private static final int SATURATED = 500;
  private static final int RATE = 250;
  private static final double MILLIS = 40;

  /** From 520 to 100,000 people a page may take this much longer. */
  private static final double MEDIANS = 1.5;

  private static final double NINETY_NINTHS = 2;

  private final Subject subject;
  private final Map<String, Load.Work> pages = new LinkedHashMap<>();

  Pages(Subject subject) throws SQLException {
    this.subject = subject;
    var known = subject.known();
    var busy = repeated(known.busy(), SIGN_INS);
    var conversations = repeated(known.longConversations(known.busy()), SIGN_INS);
    var powerUsers = SignedIn.of(known.database(), SignedIn.Kind.BROWSER, busy);
    var colleagues =
        SignedIn.of(known.database(), SignedIn.Kind.BROWSER, known.colleagues(SIGN_INS));
    pages.put("start page", Load.of(n -> Requests.page("/", colleagues.secret(n))));
    pages.put("inbox (50 rows)", Load.of(n -> Requests.page("/inbox", powerUsers.secret(n))));
    pages.put(
        "question page (30 messages)",
        Load.of(n ->
            Requests.page(
                "/questions/" + conversations.get(powerUsers.index(n)), powerUsers.secret(n))));
  }

  private static List<Long> repeated(List<Long> few, int many) {
    var all = new ArrayList<Long>();
    while (all.size() < many) {
      all.addAll(few.subList(0, Math.min(few.size(), many - all.size())));
    }
    return all;
  }

  Load.Work inbox() {
    return pages.entrySet().stream()
        .filter(page -> page.getKey().startsWith("inbox"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  List<Line> saturated() {
    var lines = new ArrayList<Line>();
    pages.forEach((name, work) -> {
      var seen = subject.saturating().saturated(work);
      lines.add(
          line(
              name + ", saturated",
              SATURATED + " per second",
              "%.0f per second".formatted(seen.perSecond()),
              seen.perSecond() >= SATURATED,
              seen));
    });
    return lines;
  }

  Map<String, Outcome> steady() {
    var outcomes = new LinkedHashMap<String, Outcome>();
    pages.forEach((name, work) -> outcomes.put(name, subject.steady().atRate(RATE, work)));
    return outcomes;
  }

  static List<Line> lines(Map<String, Outcome> steady) {
    var lines = new ArrayList<Line>();
    steady.forEach((name, seen) ->
        lines.add(
            line(
                name + ", " + RATE + " per second",
                "p99 %.0f ms".formatted(MILLIS),
                "p50 %.1f ms, p99 %.1f ms".formatted(seen.millis(50), seen.millis(99)),
                seen.millis(99) <= MILLIS,
                seen)));
    return lines;
  }

  static List<Line> compared(Map<String, Outcome> small, Map<String, Outcome> large) {
    var lines = new ArrayList<Line>();
    small.forEach((name, few) -> {
      var many = large.get(name);
      if (many != null) {
        var median = many.millis(50) / few.millis(50);
        var ninetyNinth = many.millis(99) / few.millis(99);
        lines.add(
            Line.plain(
                name + ", 100,000 people against 520",
                "medians %.1f times, p99 %.0f times".formatted(MEDIANS, NINETY_NINTHS),
                "median %.1f to %.1f ms (%.2f times), p99 %.1f to %.1f ms (%.2f times)"
                    .formatted(
                        few.millis(50),
                        many.millis(50),
                        median,
                        few.millis(99),
                        many.millis(99),
                        ninetyNinth),
                median <= MEDIANS && ninetyNinth <= NINETY_NINTHS));
      }
    });
    return lines;
  }

  static Line line(String what, String must, String seen, boolean reached, Outcome outcome) {
    var trouble = outcome.trouble();
    return new Line(
        what,
        must,
        trouble == null ? seen : seen + "; " + trouble,
        reached && trouble == null,
        outcome.processor(),
        Line.kilobytes(outcome.bytes()));
  }
}
