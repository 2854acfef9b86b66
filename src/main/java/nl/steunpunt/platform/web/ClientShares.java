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
import nl.steunpunt.platform.db.TypedId;

/**
 * How often one client may ask something that is open to all. In memory of each node, and bounded:
 * of the least used, the oldest are forgotten.
 */
public final class ClientShares {
  private static final int KEPT = 20_000;

  private final int most;
  private final Duration period;
  private final String key;
  private final TimeMeter time;
  private final Map<String, Bucket> buckets = new Bounded<>();

  /** Of what each client asked: until when it may ask the same again. */
  private final Map<String, Long> again = new Bounded<>();

  private static final class Bounded<V> extends LinkedHashMap<String, V> {
    Bounded() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > KEPT;
    }
  }

  /**
   * @param key of the sentence for who asked too often
   */
  public ClientShares(int most, Duration period, String key, Clock clock) {
    this.most = most;
    this.period = period;
    this.key = key;
    this.time = new ClockTime(clock);
  }

  /**
   * @throws TryLater when this client used up its share
   */
  public void take(InetAddress client) {
    take(network(client));
  }

  /**
   * The same again, within ten periods, is free: many people may have one address, and look at what
   * stands before them all. Only who goes through one thing after another comes to the end of it.
   *
   * @throws TryLater when this client used up its share
   */
  public void take(InetAddress client, String what) {
    var known = network(client) + '\n' + what;
    synchronized (again) {
      var until = again.get(known);
      if (until != null && time.currentTimeNanos() < until) {
        return;
      }
    }
    take(client);
    synchronized (again) {
      again.put(known, time.currentTimeNanos() + period.multipliedBy(10).toNanos());
    }
  }

  /**
   * For what who is signed in may ask only so often.
   *
   * @throws TryLater when this person used up their share
   */
  public void take(TypedId person) {
    take("person " + person.value());
  }

  private void take(String who) {
    var probe = bucket(who).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw TryLater.tooOften(key, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private Bucket bucket(String client) {
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

  /** One subscriber of IPv6 has a whole /64 to ask from. */
  private static String network(InetAddress client) {
    var bytes = client.getAddress();
    return HexFormat.of().formatHex(bytes, 0, bytes.length == 16 ? 8 : bytes.length);
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
