package nl.steunpunt.platform.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a network in CIDR notation (RFC 4632, RFC 4291): {@code 192.0.2.0/24}, {@code
 * 2001:db8::/32}; a single address is a range of one.
 *
 * @param length how many bits of the address all of it share
 */
public record AddressRange(InetAddress first, int length) {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
  private static final Pattern LENGTH = Pattern.compile("0|[1-9]\\d{0,2}");

  /**
   * @return empty when it is no range. One whose address has bits beyond its length is returned as
   *     it was meant: compare {@link #toString}
   */
  public static Optional<AddressRange> of(String typed) {
    var parts = typed.strip().split("/", -1);
    if (parts.length > 2 || (parts.length == 2 && !LENGTH.matcher(parts[1]).matches())) {
      return Optional.empty();
    }
    return address(parts[0])
        .flatMap(address -> {
          int bits = address.getAddress().length * 8;
          int length = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
          return length > bits
              ? Optional.empty()
              : Optional.of(new AddressRange(cut(address, length), length));
        });
  }

  /** Never a name: nothing is looked up. An IPv4 address within IPv6 is the one of IPv4. */
  public static Optional<InetAddress> address(@Nullable String literal) {
    if (literal == null || !(IPV4.matcher(literal).matches() || IPV6.matcher(literal).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether no bits were typed beyond its length: 192.0.2.7/24 may have been meant otherwise. */
  public boolean isWrittenAs(String typed) {
    return address(typed.strip().split("/", 2)[0]).filter(first::equals).isPresent();
  }

  public boolean holds(InetAddress address) {
    return address.getAddress().length == first.getAddress().length
        && Arrays.equals(cut(address, length).getAddress(), first.getAddress());
  }

  private static InetAddress cut(InetAddress address, int length) {
    var bytes = address.getAddress();
    for (int i = 0; i < bytes.length; i++) {
      int kept = Math.clamp(length - i * 8L, 0, 8);
      bytes[i] &= (byte) (0xff << (8 - kept));
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return first.getHostAddress() + "/" + length;
  }
}
