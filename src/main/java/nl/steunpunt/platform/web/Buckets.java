package nl.steunpunt.platform.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What each client has left of its share. In memory of each node, and bounded: of the least used,
 * the oldest are forgotten.
 */
public final class Buckets {
  private static final int KEPT = 20_000;

  private final TimeMeter time;
  private final Map<String, Bucket> buckets = bounded();

  public Buckets(Clock clock) {
    this.time = new ClockTime(clock);
  }

  /** Of this client, full when it is new. */
  public Bucket of(String client, int most, Duration period) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(
          client,
          _ ->
              Bucket.builder()
                  .addLimit(limit -> limit.capacity(most).refillGreedy(most, period))
                  .withCustomTimePrecision(time)
                  .build());
    }
  }

  public int kept() {
    synchronized (buckets) {
      return buckets.size();
    }
  }

  /** One subscriber of IPv6 has a whole /64 to ask from. */
  public static String network(InetAddress client) {
    var bytes = client.getAddress();
    return HexFormat.of().formatHex(bytes, 0, bytes.length == 16 ? 8 : bytes.length);
  }

  static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > KEPT;
      }
    };
  }

  private record ClockTime(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
