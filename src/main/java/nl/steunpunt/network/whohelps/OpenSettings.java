package nl.steunpunt.network.whohelps;

import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.web.AddressRange;
import org.jspecify.annotations.Nullable;

/**
 * Whether, and from where, who is not signed in sees who helps at a place.
 *
 * @param networks in CIDR notation
 */
public record OpenSettings(boolean open, List<String> networks) {
  public static final String SETTING = "who-helps-open";
  public static final OpenSettings CLOSED = new OpenSettings(false, List.of());

  public OpenSettings {
    networks = kept(networks);
  }

  private static List<String> kept(@Nullable List<String> networks) {
    return networks == null ? List.of() : List.copyOf(networks);
  }

  List<AddressRange> ranges() {
    return networks.stream().map(AddressRange::of).flatMap(Optional::stream).toList();
  }
}
