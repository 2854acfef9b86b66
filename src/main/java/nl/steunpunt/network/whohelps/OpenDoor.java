package nl.steunpunt.network.whohelps;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.web.ClientAddresses;
import nl.steunpunt.platform.web.ClientShares;
import nl.steunpunt.platform.web.StrangerEntry;
import org.springframework.stereotype.Component;

/**
 * Lets in who is not signed in, from where the administrator allows it. A whole office behind one
 * address may look at the poster in its hall; who walks from place to place, or searches, comes to
 * the end of it.
 */
@Component
public class OpenDoor implements StrangerEntry {
  static final String PATH = "/who-helps/open";

  /** Places in a minute that were not looked at just before from the same address. */
  static final int PLACES = 30;

  /** No code is as long; what is remembered of a guess is. */
  private static final int LONGEST_CODE = 20;

  /** In a minute: each answers with places. */
  static final int SEARCHES = 30;

  private final Settings settings;
  private final ClientAddresses clients;
  private final ClientShares places;
  private final ClientShares searches;

  OpenDoor(Settings settings, ClientAddresses clients, Clock clock) {
    this.settings = settings;
    this.clients = clients;
    this.places = new ClientShares(PLACES, Duration.ofMinutes(1), "who.open.too_often", clock);
    this.searches = new ClientShares(SEARCHES, Duration.ofMinutes(1), "who.open.too_often", clock);
  }

  /**
   * To a place, by its code; whether there is such a place makes no difference.
   *
   * @return false: who this is has to sign in
   * @throws nl.steunpunt.platform.web.TryLater when this client looked at too many places
   */
  public boolean admitsTo(String code, HttpServletRequest request) {
    var client = client(request);
    var kept = code.substring(0, Math.min(LONGEST_CODE, code.length())).toLowerCase(Locale.ROOT);
    client.ifPresent(one -> places.take(one, kept));
    return client.isPresent();
  }

  /**
   * To the search; nothing typed yet is no search.
   *
   * @return false: who this is has to sign in
   * @throws nl.steunpunt.platform.web.TryLater when this client searched too often
   */
  public boolean admitsSearch(String typed, HttpServletRequest request) {
    var client = client(request);
    if (!typed.isEmpty()) {
      client.ifPresent(searches::take);
    }
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
