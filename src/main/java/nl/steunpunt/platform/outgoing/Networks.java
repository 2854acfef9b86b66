package nl.steunpunt.platform.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import nl.steunpunt.platform.web.AddressRange;

/**
 * What is the internet and what is not, by the registries of special addresses (RFC 6890, as the
 * IANA keeps them). An IPv4 address within IPv6 is an IPv4 address before it gets here, or lies
 * outside 2000::/3.
 */
final class Networks {
  /** Parts of our own network, and of this machine: an administrator may name them. */
  private static final List<AddressRange> INSIDE =
      ranges(
          "10.0.0.0/8",
          "100.64.0.0/10", // behind a provider's NAT
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "::1/128",
          "64:ff9b::/96", // IPv4 behind NAT64: which, we cannot tell
          "fc00::/7",
          "fe80::/10");

  /** Nobody's: also not when they are named. */
  private static final List<AddressRange> NOWHERE =
      ranges(
          "0.0.0.0/8",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3", // multicast, reserved, broadcast
          "2001::/23", // among them Teredo, which has an IPv4 address in it
          "2001:db8::/32",
          "2002::/16", // 6to4, the same
          "3fff::/20");

  private static final AddressRange GLOBAL_IPV6 = ranges("2000::/3").getFirst();

  private Networks() {}

  private static List<AddressRange> ranges(String... all) {
    return Stream.of(all).map(range -> AddressRange.of(range).orElseThrow()).toList();
  }

  static boolean isInternet(InetAddress address) {
    var ordinary = address instanceof Inet4Address || GLOBAL_IPV6.holds(address);
    return ordinary && !isIn(INSIDE, address) && !isIn(NOWHERE, address);
  }

  static boolean isIn(List<AddressRange> ranges, InetAddress address) {
    return ranges.stream().anyMatch(range -> range.holds(address));
  }

  /** Whether naming this range can make sense: it lies in one that is inside. */
  static boolean mayBeNamed(AddressRange range) {
    return INSIDE.stream()
        .anyMatch(inside -> inside.holds(range.first()) && range.length() >= inside.length());
  }
}
