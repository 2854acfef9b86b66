package nl.steunpunt.network;

import java.time.Clock;
import java.util.Set;
import nl.steunpunt.platform.live.ConnectedListener;
import org.springframework.stereotype.Component;

/** Whoever has a page open is there. */
@Component
class PresenceHeartbeat implements ConnectedListener {
  private final Presence presence;
  private final Clock clock;

  PresenceHeartbeat(Presence presence, Clock clock) {
    this.presence = presence;
    this.clock = clock;
  }

  @Override
  public void connected(Set<Long> people) {
    if (!people.isEmpty()) {
      presence.alive(people, clock.instant());
    }
  }
}
