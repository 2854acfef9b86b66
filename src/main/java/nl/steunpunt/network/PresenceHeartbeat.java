package nl.steunpunt.network;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import nl.steunpunt.platform.live.ConnectedListener;
import org.springframework.stereotype.Component;

/**
 * Whoever has a page open is there; who has none any more is told of within a minute and a half.
 */
@Component
class PresenceHeartbeat implements ConnectedListener {
  /** How often a node says who is connected to it, and a little. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(25);

  private final Presence presence;
  private final Clock clock;
  private final AtomicLong looked = new AtomicLong();

  PresenceHeartbeat(Presence presence, Clock clock) {
    this.presence = presence;
    this.clock = clock;
  }

  @Override
  public void connected(Set<Long> people) {
    if (people.isEmpty()) {
      return;
    }
    var now = clock.instant();
    presence.alive(people, now);
    var before = looked.get();
    if (before < now.minus(LOOK_EVERY).toEpochMilli()
        && looked.compareAndSet(before, now.toEpochMilli())) {
      presence.expired(LOOK_EVERY.multipliedBy(2), now);
    }
  }
}
