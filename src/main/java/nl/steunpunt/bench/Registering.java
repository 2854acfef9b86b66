package nl.steunpunt.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import nl.steunpunt.bench.load.Load;
import nl.steunpunt.bench.load.Requests;

/** The register of 100,000 issues, by power users: filters alone and together, words, far pages. */
final class Registering {
  private static final int SIGN_INS = 500;
  private static final int RATE = 20;
  private static final double MILLIS = 100;

  private Registering() {}

  static List<Line> lines(Subject subject) throws SQLException {
    var known = subject.known();
    var people = new ArrayList<Long>();
    for (int n = 1; n <= Math.min(SIGN_INS, subject.crowd().powerUsers()); n++) {
      people.add(subject.crowd().powerUser(n));
    }
    var powerUsers = SignedIn.of(known.database(), SignedIn.Kind.BROWSER, people);
    var ways = new LinkedHashMap<String, String>();
    ways.put("as it opens", "");
    ways.put("one filter", "?status=all&severity=stops");
    ways.put(
        "filters together",
        "?status=ended&severity=serious&workaround=true&owner=nobody&release=Release+20");
    ways.put("mine", "?status=all&mine=true");
    ways.put("nothing found", "?severity=stops&owner=me&release=Release+1&workaround=false");
    ways.put("a word", "?status=all&q=factuur");
    ways.put("words and filters", "?status=ended&severity=minor&q=factuur+scherm");
    ways.put("an error in typing", "?status=all&q=fcatuur");
    ways.put(
        "words and filters, an error in typing", "?status=ended&severity=minor&q=fcatuur+schrem");
    ways.put("a part of a word", "?status=all&q=cherm");
    ways.put("a word that few have", "?status=all&q=verkamilon");
    ways.put("a far page", "?status=all&before=3000");
    var lines = new ArrayList<Line>();
    ways.forEach((name, query) -> {
      var work = Load.of(n -> Requests.page("/issues" + query, powerUsers.secret(n)));
      var seen = subject.steady().atRate(RATE, work);
      lines.add(
          Pages.line(
              "register with filters: " + name + ", " + RATE + " per second",
              "p99 %.0f ms".formatted(MILLIS),
              "p50 %.1f ms, p99 %.1f ms".formatted(seen.millis(50), seen.millis(99)),
              seen.millis(99) <= MILLIS,
              seen));
    });
    return lines;
  }
}
