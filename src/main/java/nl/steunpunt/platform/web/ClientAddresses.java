package nl.steunpunt.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.start.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * From which address a request really comes. What a proxy says of it is believed from the proxies
 * that were named, and from nobody else; where it is not certain there is no answer.
 */
@Component
public class ClientAddresses {
  /** Who connected, where the request has been given the client's address. */
  static final String PEER = ClientAddresses.class.getName() + ".peer";

  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final List<String> BY_A_PROXY =
      List.of(FORWARDED_FOR, "Forwarded", "X-Real-IP", "Via");

  private final List<AddressRange> proxies;
  private final boolean rewritten;

  ClientAddresses(
      @Value("${steunpunt.trusted-proxies:}") String proxies,
      @Value("${server.forward-headers-strategy:none}") String strategy) {
    this.proxies =
        Arrays.stream(proxies.split(","))
            .filter(one -> !one.isBlank())
            .map(one ->
                AddressRange.of(one)
                    .orElseThrow(() ->
                        new StartRefused(
                            "steunpunt.trusted-proxies: '%s' is no address and no range such as 192.0.2.0/24."
                                .formatted(one.strip()))))
            .toList();
    this.rewritten = !strategy.equalsIgnoreCase("none");
  }

  /**
   * Whether addresses can be told at all: with {@code server.forward-headers-strategy} the server
   * itself replaces them by what a header says, for any private address that sends one.
   */
  public boolean isCertain() {
    return !rewritten;
  }

  /**
   * The last address before the proxies that we trust.
   *
   * @return empty: behind a proxy that nobody named, or the headers are nonsense
   */
  public Optional<InetAddress> of(HttpServletRequest request) {
    var peer = peer(request);
    if (rewritten || peer.isEmpty()) {
      return Optional.empty();
    }
    if (!isProxy(peer.get())) {
      return BY_A_PROXY.stream().anyMatch(name -> request.getHeader(name) != null)
          ? Optional.empty()
          : peer;
    }
    for (var hop : hops(request).reversed()) {
      var address = AddressRange.address(hop);
      if (address.isEmpty() || !isProxy(address.get())) {
        return address;
      }
    }
    return Optional.empty();
  }

  /**
   * Whose share it is to be counted in: of who cannot be told from others, that of the peer. Never
   * nobody's, or a header would take a limit away.
   */
  public InetAddress counted(HttpServletRequest request) {
    return of(request).or(() -> peer(request)).orElseGet(InetAddress::getLoopbackAddress);
  }

  boolean isFromProxy(HttpServletRequest request) {
    return !rewritten && peer(request).filter(this::isProxy).isPresent();
  }

  private static Optional<InetAddress> peer(HttpServletRequest request) {
    return AddressRange.address(
        request.getAttribute(PEER) instanceof String peer ? peer : request.getRemoteAddr());
  }

  private static List<String> hops(HttpServletRequest request) {
    return Collections.list(request.getHeaders(FORWARDED_FOR)).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  private boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(range -> range.holds(address));
  }
}
