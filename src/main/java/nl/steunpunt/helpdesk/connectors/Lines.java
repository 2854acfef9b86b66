package nl.steunpunt.helpdesk.connectors;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.helpdesk.connectors.Connections.Connection;
import nl.steunpunt.platform.outgoing.Outgoing;
import nl.steunpunt.platform.settings.InstallationKey;
import org.springframework.stereotype.Component;

/** The kinds of systems there are, and ways to talk with one that is connected. */
@Component
class Lines {
  static final String KEY_PURPOSE = "connector-key";
  static final String BELL_PURPOSE = "connector-bell";

  private final Map<String, Connector> kinds = new HashMap<>();
  private final List<Connector> all;
  private final Outgoing outgoing;
  private final InstallationKey key;
  private final Clock clock;

  Lines(List<Connector> all, Outgoing outgoing, InstallationKey key, Clock clock) {
    this.all =
        all.stream()
            .sorted(
                java.util.Comparator.comparing(Connector::isTried)
                    .reversed()
                    .thenComparing(Connector::kind))
            .toList();
    all.forEach(one -> kinds.put(one.kind(), one));
    this.outgoing = outgoing;
    this.key = key;
    this.clock = clock;
  }

  List<Connector> kinds() {
    return all;
  }

  Optional<Connector> kind(String word) {
    return Optional.ofNullable(kinds.get(word));
  }

  /**
   * @throws Trouble of another release, that kind may not be there
   */
  Connector connector(Connection connection) throws Trouble {
    return kind(connection.kind())
        .orElseThrow(() -> Trouble.connection("connector.trouble.kind", connection.kind()));
  }

  Line open(Connection connection) throws Trouble {
    String secret;
    try {
      secret = key.open(KEY_PURPOSE, connection.sealedKey());
    } catch (IllegalStateException e) {
      throw Trouble.connection("connector.trouble.sealed", "");
    }
    return new Line(
        outgoing, clock, connection.address(), connector(connection).credentials(secret));
  }
}
