package nl.steunpunt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.steunpunt.bench.kill.Kill;
import nl.steunpunt.bench.large.Crowd;
import nl.steunpunt.bench.large.Known;
import nl.steunpunt.bench.large.LargeOrganisation;
import nl.steunpunt.bench.load.Load;
import nl.steunpunt.bench.load.Outcome;
import nl.steunpunt.bench.load.Requests;
import nl.steunpunt.bench.load.Wire;

/** See bin/bench. */
public final class Bench {
  private static final int TYPING = 20;
  private static final double TYPING_MILLIS = 40;
  private static final double START_SECONDS = 8;
  private static final long MEGABYTES = 512;

  private final Wish wish;
  private final Report report;

  private Bench(Wish wish) {
    this.wish = wish;
    report = new Report(wish.report());
  }

  public static void main(String... arguments) throws Exception {
    var wish = Wish.of(List.of(arguments));
    if (wish.kills() > 0) {
      var folder = wish.data().resolve("kill");
      System.exit(Kill.run(wish.command(), folder, wish.kills(), wish.seed()) ? 0 : 1);
    }
    prepare(wish, "small", Crowd.SMALL);
    if (!wish.small()) {
      prepare(wish, "large", Crowd.LARGE);
    }
    if (!wish.prepare()) {
      new Bench(wish).measure();
    }
  }

  private static void prepare(Wish wish, String name, Crowd crowd)
      throws IOException, SQLException {
    var folder = wish.data().resolve(name);
    var done = folder.resolve("prepared");
    // Of an organisation that was made with fewer of them only these are made.
    var issues = folder.resolve("prepared.issues");
    if (Files.exists(done)) {
      if (!Files.exists(issues)) {
        System.out.println("The " + name + " organisation, in " + folder + ", as it is and:");
        try (var server = Server.start(wish.command(), folder)) {
          new LargeOrganisation(server.database(), crowd, Clock.systemUTC().instant()).topUp();
        }
        Files.createFile(issues);
      }
      return;
    }
    System.out.println("The " + name + " organisation, in " + folder + ":");
    var now = Clock.systemUTC().instant();
    try (var server = Server.start(wish.command(), folder)) {
      new LargeOrganisation(server.database(), crowd, now).write();
    }
    try (var server = Server.start(wish.command(), folder)) {
      new LargeOrganisation(server.database(), crowd, now).awaitSuggestions();
    }
    Files.createFile(issues);
    Files.createFile(done);
  }

  private void measure() throws SQLException, IOException, InterruptedException {
    if (wish.wants("start")) {
      report.add(start());
    }
    Map<String, Outcome> large = Map.of();
    double asks = 0;
    try (var subject = subject(wish.organisation(), wish.crowd())) {
      var pages = new Pages(subject);
      if (wish.wants("pages")) {
        report.add(pages.saturated());
      }
      if (wish.wants("pages") || wish.wants("size")) {
        large = pages.steady();
        report.add(Pages.lines(large));
      }
      if (wish.wants("cover")) {
        report.add(Leading.lines(subject));
      }
      if (wish.wants("division")) {
        report.add(Leading.whatIf(subject));
      }
      if (wish.wants("decisions")) {
        report.add(Leading.decisions(subject));
      }
      if (wish.wants("who")) {
        report.add(Seeking.lines(subject));
      }
      if (wish.wants("issues")) {
        report.add(Registering.lines(subject));
      }
      if (wish.wants("counting")) {
        report.add(Counting.lines(subject));
      }
      if (wish.wants("history")) {
        report.add(Importing.lines(subject));
      }
      if (wish.wants("mypeople")) {
        report.add(Telling.people(subject));
      }
      if (wish.wants("news")) {
        report.add(Telling.news(subject));
      }
      if (wish.wants("suggestions")) {
        report.add(suggestions(subject));
      }
      if (wish.wants("streams")) {
        report.add(new Streaming(subject).lines(pages.inbox()));
      }
      if (wish.wants("ask")) {
        asks = asks(subject, report);
      }
      report.add(memory(subject));
    }
    if (wish.wants("news")) {
      report.add(Telling.killed(wish));
    }
    if (wish.wants("ask")) {
      var peak = new Peak(wish.command(), wish.organisation(), wish.crowd());
      report.add(peak.line(asks, Duration.ofSeconds(wish.seconds())));
    }
    if (wish.wants("size")) {
      try (var subject = subject(wish.data().resolve("small"), Crowd.SMALL)) {
        report.add(Pages.compared(new Pages(subject).steady(), large));
      }
    }
    report.write(wish);
  }

  /**
   * In a network that has room for what comes in: nobody answers here, and 36,000 questions would
   * fill it before the end, after which each ask looks through all power users.
   *
   * @return how many per second
   */
  private double asks(Subject subject, Report report) throws SQLException, IOException {
    subject.known().giveRoom();
    try {
      var asking = new Asking(subject);
      report.add(asking.steady());
      var saturated = asking.saturated();
      report.add(List.of(Asking.line(saturated)));
      return saturated.perSecond();
    } finally {
      subject.known().takeRoom();
    }
  }

  private Subject subject(Path folder, Crowd crowd) throws SQLException, IOException {
    var server = Server.start(wish.command(), folder);
    new Known(server.database(), crowd).tidy(SignedIn.LABEL);
    return new Subject(server, crowd, Duration.ofSeconds(wish.seconds()));
  }

  /** To the first page, on the large database as it was left; the second of two starts counts. */
  private List<Line> start() throws IOException {
    double seconds = 0;
    for (int time = 0; time < 2; time++) {
      try (var server = Server.start(wish.command(), wish.organisation())) {
        var up = System.nanoTime();
        try (var wire = new Wire(server.address())) {
          wire.send(Requests.page("/sign-in", ""));
        }
        seconds = (server.startedIn().toNanos() + System.nanoTime() - up) / 1e9;
      }
    }
    return List.of(
        Line.plain(
            "start, to the first page",
            "%.0f s".formatted(START_SECONDS),
            "%.1f s".formatted(seconds),
            seconds <= START_SECONDS));
  }

  private static List<Line> suggestions(Subject subject) throws SQLException {
    var known = subject.known();
    var people = SignedIn.of(known.database(), SignedIn.Kind.BROWSER, known.colleagues(500));
    var typed =
        Known.typed(5_000).stream()
            .map(text -> "/suggestions?system=1&text=" + encoded(text))
            .toList();
    var seen =
        subject
            .steady()
            .atRate(
                TYPING,
                Load.of(n -> Requests.part(typed.get((int) (n % typed.size())), people.secret(n))));
    return List.of(
        Pages.line(
            "suggestions while typing, " + TYPING + " per second",
            "p99 %.0f ms".formatted(TYPING_MILLIS),
            "p50 %.1f ms, p99 %.1f ms".formatted(seen.millis(50), seen.millis(99)),
            seen.millis(99) <= TYPING_MILLIS,
            seen));
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static List<Line> memory(Subject subject) throws IOException {
    var megabytes = subject.server().residentMegabytes();
    return List.of(
        Line.plain(
            "server process after all that",
            MEGABYTES + " MB RSS",
            megabytes + " MB",
            megabytes <= MEGABYTES));
  }
}
