package nl.steunpunt.bench.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of a load.
 *
 * @param nanos how long each took, ascending
 * @param bytes of an answer, in the mean
 * @param trouble the first thing that went wrong; null: nothing
 */
public record Outcome(
    long[] nanos, Duration measured, double bytes, Usage used, @Nullable String trouble) {

  /** What one connection saw. */
  static final class Seen {
    private long[] nanos = new long[1024];
    private int count;
    private long bytes;
    private @Nullable String trouble;

    void add(long took, Wire.Answer answer) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = took;
      bytes += answer.bytes();
      if (answer.status() >= 300 && trouble == null) {
        trouble = "answered " + answer.status() + ": " + answer.text();
      }
    }

    void failed(Exception e) {
      if (trouble == null) {
        trouble = e.toString();
      }
    }
  }

  static Outcome of(List<Seen> all, Duration measured, Usage used) {
    var nanos =
        all.stream()
            .flatMapToLong(seen -> Arrays.stream(seen.nanos, 0, seen.count))
            .sorted()
            .toArray();
    var bytes = all.stream().mapToLong(seen -> seen.bytes).sum();
    var trouble =
        all.stream().map(seen -> seen.trouble).filter(one -> one != null).findFirst().orElse(null);
    return new Outcome(nanos, measured, (double) bytes / Math.max(1, nanos.length), used, trouble);
  }

  public double perSecond() {
    return nanos.length * 1e9 / measured.toNanos();
  }

  public double millis(double percent) {
    return millis(nanos, percent);
  }

  public static double millis(long[] ascending, double percent) {
    if (ascending.length == 0) {
      return Double.NaN;
    }
    var at = (int) Math.ceil(ascending.length * percent / 100) - 1;
    return ascending[Math.max(0, at)] / 1e6;
  }

  /** Processor time of one request: server, database, client. */
  public String processor() {
    var many = Math.max(1, nanos.length);
    return String.format(
        Locale.ROOT,
        "%.2f + %.2f + %.2f",
        used.serverMillis() / many,
        used.databaseMillis() / many,
        used.clientMillis() / many);
  }
}
