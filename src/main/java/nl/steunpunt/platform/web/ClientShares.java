package nl.steunpunt.platform.web;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import nl.steunpunt.platform.db.TypedId;

/** How often one client may ask something that is open to all, or one person something costly. */
public final class ClientShares {
  private final int most;
  private final Duration period;
  private final String key;
  private final Clock clock;
  private final Buckets buckets;

  /** Of what each client asked: until when, in milliseconds, it may ask the same again. */
  private final Map<String, Long> again = Buckets.bounded();

  /**
   * @param key of the sentence for who asked too often
   */
  public ClientShares(int most, Duration period, String key, Clock clock) {
    this.most = most;
    this.period = period;
    this.key = key;
    this.clock = clock;
    this.buckets = new Buckets(clock);
  }

  /**
   * @throws TryLater when this client used up its share
   */
  public void take(InetAddress client) {
    take(Buckets.network(client));
  }

  /**
   * The same again, within ten periods, is free: many people may have one address, and look at what
   * stands before them all. Only who goes through one thing after another comes to the end of it.
   *
   * @throws TryLater when this client used up its share
   */
  public void take(InetAddress client, String what) {
    var known = Buckets.network(client) + '\n' + what;
    synchronized (again) {
      var until = again.get(known);
      if (until != null && clock.millis() < until) {
        return;
      }
    }
    take(client);
    synchronized (again) {
      again.put(known, clock.millis() + period.multipliedBy(10).toMillis());
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
    var probe = buckets.of(who, most, period).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw TryLater.tooOften(key, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }
}
