package nl.steunpunt.platform.outgoing;

import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.web.AddressRange;
import org.jspecify.annotations.Nullable;

/**
 * Where the administrator lets the server send to.
 *
 * @param hosts {@link HostRule}s for addresses that an administrator wrote: the hosts of chat
 *     channels, and every host that is to be reached without encryption or at an unusual port
 * @param networks parts of our own network that may be sent to, in CIDR notation
 * @param colleaguesHosts the same for addresses that anybody gives: of a calendar, of the notices
 *     of a browser. Only these lead them into our own network
 */
public record OutgoingSettings(
    List<String> hosts, List<String> networks, List<String> colleaguesHosts) {
  public static final String SETTING = "outgoing";

  /** Where Microsoft Teams takes messages for its channels. */
  public static final OutgoingSettings USUAL =
      new OutgoingSettings(
          List.of("*.webhook.office.com", "*.logic.azure.com", "*.api.powerplatform.com"),
          List.of());

  public OutgoingSettings {
    hosts = kept(hosts);
    networks = kept(networks);
    colleaguesHosts = kept(colleaguesHosts);
  }

  public OutgoingSettings(List<String> hosts, List<String> networks) {
    this(hosts, networks, List.of());
  }

  private static List<String> kept(@Nullable List<String> some) {
    return some == null ? List.of() : List.copyOf(some);
  }

  List<HostRule> rules(boolean ofAdministrator) {
    return (ofAdministrator ? hosts : colleaguesHosts)
        .stream().map(HostRule::of).flatMap(Optional::stream).toList();
  }

  List<AddressRange> ranges() {
    return networks.stream()
        .map(AddressRange::of)
        .flatMap(Optional::stream)
        .filter(Networks::mayBeNamed)
        .toList();
  }

  /** Whether it is a range, and one of our own network: the internet need not be named. */
  public static boolean isInside(AddressRange range) {
    return Networks.mayBeNamed(range);
  }
}
