package nl.steunpunt.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import nl.steunpunt.bench.large.Known;
import nl.steunpunt.bench.load.Load;
import nl.steunpunt.bench.load.Outcome;
import nl.steunpunt.bench.load.Requests;
import nl.steunpunt.bench.load.Streams;
import nl.steunpunt.bench.load.Wire;

/** Asking by the API: routed and committed when the answer comes. */
final class Asking {
  private static final int SATURATED = 400;
  private static final int RATE = 50;
  private static final double MILLIS = 50;
  private static final double STREAM_MILLIS = 150;
  private static final int POWER_USERS = 200;
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

  private final Subject subject;
  private final List<String> texts = Known.questions(5_000);

  Asking(Subject subject) {
    this.subject = subject;
  }

  private byte[] request(SignedIn askers, long number) {
    return request(askers, number, texts.get((int) (number % texts.size())));
  }

  static byte[] request(SignedIn askers, long number, String text) {
    return Requests.post(
        "/api/v1/questions",
        askers.secret(number),
        "{\"system\":\"erp\",\"text\":\"%s\"}".formatted(text.replace("\\", "").replace("\"", "")));
  }

  private SignedIn askers(List<Long> people) throws SQLException {
    return SignedIn.of(subject.server().database(), SignedIn.Kind.TOKEN, people);
  }

  /** By people of all teams. */
  Outcome saturated() throws SQLException {
    var askers = askers(subject.known().colleagues(20_000));
    return subject.saturating().saturated(Load.of(number -> request(askers, number)));
  }

  static Line line(Outcome seen) {
    return Pages.line(
        "ask, saturated",
        SATURATED + " per second",
        "%.0f per second, p50 %.1f ms, p99 %.1f ms"
            .formatted(seen.perSecond(), seen.millis(50), seen.millis(99)),
        seen.perSecond() >= SATURATED,
        seen);
  }

  /** By colleagues of 200 power users, who have a screen open. */
  List<Line> steady() throws SQLException, IOException {
    var known = subject.known();
    var powerUsers = known.powerUsersWithRoom(POWER_USERS);
    var askers = askers(known.constituency(powerUsers, 4_000));
    var screens = SignedIn.of(known.database(), SignedIn.Kind.BROWSER, powerUsers);
    Map<Long, Long> dueOf = new ConcurrentHashMap<>();
    Map<Long, Long> shownAt = new ConcurrentHashMap<>();
    var first = new AtomicLong(Long.MAX_VALUE);
    try (var streams = new Streams(question -> shownAt.putIfAbsent(question, System.nanoTime()))) {
      for (var secret : screens.secrets()) {
        streams.open(subject.server().address(), Requests.stream(secret));
      }
      var seen =
          subject
              .steady()
              .atRate(
                  RATE,
                  new Load.Work() {
                    @Override
                    public byte[] request(long number) {
                      return Asking.this.request(askers, number);
                    }

                    @Override
                    public void answered(long number, long due, Wire.Answer answer) {
                      first.accumulateAndGet(due, Math::min);
                      var id = ID.matcher(answer.text());
                      if (id.find()) {
                        dueOf.put(Long.parseLong(id.group(1)), due);
                      }
                    }
                  });
      var from = first.get() + subject.measured().dividedBy(2).toNanos();
      var toScreen =
          dueOf.entrySet().stream()
              .filter(asked -> asked.getValue() >= from)
              .mapToLong(asked -> shownAt.getOrDefault(asked.getKey(), 0L) - asked.getValue())
              .filter(
                  nanos -> nanos > 0) // else it went to somebody whose screen is not among these
              .sorted()
              .toArray();
      var p99 = Outcome.millis(toScreen, 99);
      return List.of(
          Pages.line(
              "ask, " + RATE + " per second",
              "p99 %.0f ms".formatted(MILLIS),
              "p50 %.1f ms, p99 %.1f ms".formatted(seen.millis(50), seen.millis(99)),
              seen.millis(99) <= MILLIS,
              seen),
          Line.plain(
              "from asking to the power user's event stream (%d of them, %d screens)"
                  .formatted(toScreen.length, streams.open()),
              "p99 %.0f ms".formatted(STREAM_MILLIS),
              "p50 %.1f ms, p99 %.1f ms".formatted(Outcome.millis(toScreen, 50), p99),
              p99 <= STREAM_MILLIS));
    }
  }
}
