package nl.steunpunt.network.whohelps;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.web.ClientAddresses;
import nl.steunpunt.platform.web.ClientShares;
import nl.steunpunt.platform.web.StrangerEntry;
import org.springframework.stereotype.Component;

/** Lets in who is not signed in, from where the administrator allows it, and only so often. */
@Component
public class OpenDoor implements StrangerEntry {
  static final String PATH = "/who-helps/open";

  /** In a minute. Enough for a floor behind one address; too few to walk through all places. */
  static final int LOOKS = 30;

  private final Settings settings;
  private final ClientAddresses clients;
  private final ClientShares shares;

  OpenDoor(Settings settings, ClientAddresses clients, Clock clock) {
    this.settings = settings;
    this.clients = clients;
    this.shares = new ClientShares(LOOKS, Duration.ofMinutes(1), "who.open.too_often", clock);
  }

  /**
   * @return false: who this is has to sign in
   * @throws nl.steunpunt.platform.web.TryLater when this client looked too often
   */
  public boolean admits(HttpServletRequest request) {
    var client = client(request);
    client.ifPresent(shares::take);
    return client.isPresent();
  }

  private Optional<InetAddress> client(HttpServletRequest request) {
    var set = settings.get(OpenSettings.SETTING, OpenSettings.class, OpenSettings.CLOSED);
    return set.open()
        ? clients
            .of(request)
            .filter(client -> set.ranges().stream().anyMatch(range -> range.holds(client)))
        : Optional.empty();
  }

  @Override
  public boolean isFor(HttpServletRequest request) {
    return client(request).isPresent();
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String key() {
    return "who.open.link";
  }
}
