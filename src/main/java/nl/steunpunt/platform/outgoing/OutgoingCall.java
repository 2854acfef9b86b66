package nl.steunpunt.platform.outgoing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param hosts who may get it; null: any host on the internet. What the administrator named is
 *     allowed beside these
 * @param most bytes of the answer's body that are kept
 * @param within all of it, from looking the name up to the last byte
 */
public record OutgoingCall(
    String method,
    OutgoingAddress address,
    Map<String, String> headers,
    byte[] body,
    @Nullable List<HostRule> hosts,
    int most,
    Duration within) {
  private static final int LITTLE = 4_096;
  private static final Duration SHORT = Duration.ofSeconds(10);

  public OutgoingCall {
    headers.forEach((name, value) -> {
      if (!name.matches("[A-Za-z0-9-]+") || !value.matches("[ -~]*")) {
        throw new IllegalArgumentException("no header: " + name);
      }
    });
  }

  public static OutgoingCall get(OutgoingAddress address) {
    return new OutgoingCall("GET", address, Map.of(), new byte[0], null, LITTLE, SHORT);
  }

  public static OutgoingCall post(OutgoingAddress address, String contentType, byte[] body) {
    return new OutgoingCall(
        "POST", address, Map.of("Content-Type", contentType), body, null, LITTLE, SHORT);
  }

  public static OutgoingCall postJson(OutgoingAddress address, String json) {
    return post(address, "application/json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8));
  }

  public OutgoingCall with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new OutgoingCall(method, address, all, body, hosts, most, within);
  }

  /** Only to hosts that the administrator named. */
  public OutgoingCall toNamedHosts() {
    return toHosts();
  }

  /** Only to these, written as {@link HostRule} reads them, and to what the administrator named. */
  public OutgoingCall toHosts(String... some) {
    var rules = Stream.of(some).map(host -> HostRule.of(host).orElseThrow()).toList();
    return new OutgoingCall(method, address, headers, body, rules, most, within);
  }

  public OutgoingCall keeping(int bytes) {
    return new OutgoingCall(method, address, headers, body, hosts, bytes, within);
  }

  public OutgoingCall within(Duration time) {
    return new OutgoingCall(method, address, headers, body, hosts, most, time);
  }
}
