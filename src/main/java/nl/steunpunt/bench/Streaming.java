package nl.steunpunt.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import nl.steunpunt.bench.load.Load;
import nl.steunpunt.bench.load.Requests;
import nl.steunpunt.bench.load.Streams;

/** Thousands of open event streams: what each costs, and what the inbox feels of them. */
final class Streaming {
  private static final int STREAMS = 5_000;

  /** So many may be on their way: browsers that come back after a restart spread out too. */
  private static final int AT_ONCE = 50;

  private static final double KILOBYTES = 32;
  private static final double MILLIS = 60;
  private static final int RATE = 250;
  private static final Pattern USED = Pattern.compile("used (\\d+)K \\[");

  private final Subject subject;

  Streaming(Subject subject) {
    this.subject = subject;
  }

  List<Line> lines(Load.Work inbox) throws SQLException, IOException, InterruptedException {
    var people =
        SignedIn.of(
            subject.server().database(),
            SignedIn.Kind.BROWSER,
            subject.known().colleagues(STREAMS));
    var before = heapKilobytes();
    try (var streams = new Streams(question -> {})) {
      for (var secret : people.secrets()) {
        streams.open(subject.server().address(), Requests.stream(secret));
        streams.awaitAllBut(AT_ONCE);
      }
      streams.awaitAllBut(0);
      var each = (heapKilobytes() - before) / STREAMS;
      var seen = subject.steady().atRate(RATE, inbox);
      var open = streams.open();
      return List.of(
          Line.plain(
              "event streams open at once",
              "5,000, under %.0f KB of heap each".formatted(KILOBYTES),
              "%,d, %.1f KB each".formatted(open, each),
              open == STREAMS && each < KILOBYTES),
          Pages.line(
              "meanwhile inbox, " + RATE + " per second",
              "p99 %.0f ms".formatted(MILLIS),
              "p50 %.1f ms, p99 %.1f ms".formatted(seen.millis(50), seen.millis(99)),
              seen.millis(99) <= MILLIS,
              seen));
    }
  }

  /** What is reachable: read after a full collection. */
  private double heapKilobytes() throws IOException, InterruptedException {
    jcmd("GC.run");
    var used = USED.matcher(jcmd("GC.heap_info"));
    double sum = 0;
    while (used.find()) {
      sum += Double.parseDouble(used.group(1));
    }
    return sum;
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var process =
        new ProcessBuilder(jcmd, Long.toString(subject.server().pid()), command)
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
