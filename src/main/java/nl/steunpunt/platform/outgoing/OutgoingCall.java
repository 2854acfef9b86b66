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
 * @param hosts who may get it; null: any host on the internet. What was named in the settings is
 *     allowed beside these
 * @param ofAdministrator one wrote the address, so it may be what was named for those; else only
 *     what was named for everybody's
 * @param most bytes of the answer's body that are kept
 * @param within all of it, from looking the name up to the last byte
 */
public record OutgoingCall(
    String method,
    OutgoingAddress address,
    Map<String, String> headers,
    byte[] body,
    @Nullable List<HostRule> hosts,
    boolean ofAdministrator,
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
    return new OutgoingCall("GET", address, Map.of(), new byte[0], null, false, LITTLE, SHORT);
  }

  public static OutgoingCall post(OutgoingAddress address, String contentType, byte[] body) {
    return new OutgoingCall(
        "POST", address, Map.of("Content-Type", contentType), body, null, false, LITTLE, SHORT);
  }

  public static OutgoingCall postJson(OutgoingAddress address, String json) {
    return post(address, "application/json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8));
  }

  public OutgoingCall with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new OutgoingCall(method, address, all, body, hosts, ofAdministrator, most, within);
  }

  /** An administrator set it up, and nobody else can write its address. */
  public OutgoingCall byAdministrator() {
    return new OutgoingCall(method, address, headers, body, hosts, true, most, within);
  }

  /** Set up by an administrator, and only to hosts that one named. */
  public OutgoingCall toNamedHosts() {
    return toHosts().byAdministrator();
  }

  /** Only to these, written as {@link HostRule} reads them, and to what was named. */
  public OutgoingCall toHosts(String... some) {
    var rules = Stream.of(some).map(host -> HostRule.of(host).orElseThrow()).toList();
    return new OutgoingCall(method, address, headers, body, rules, ofAdministrator, most, within);
  }

  public OutgoingCall keeping(int bytes) {
    return new OutgoingCall(method, address, headers, body, hosts, ofAdministrator, bytes, within);
  }

  public OutgoingCall within(Duration time) {
    return new OutgoingCall(method, address, headers, body, hosts, ofAdministrator, most, time);
  }
}
