package nl.steunpunt.platform.outgoing;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host that may be sent to, as an administrator writes it: {@code chat.example.org}, {@code
 * chat.example.org:8065}, {@code *.example.org} for all below it, {@code http://chat.example.org}
 * for one without encryption.
 */
public record HostRule(boolean plain, boolean below, String host, int port) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?i)(?:(https?)://)?(\\*\\.)?(\\[[0-9a-f:.]{2,45}]|[a-z0-9.-]{1,253})(?::([1-9]\\d{0,4}))?/?");

  /** Below this, only what is made for HTTP: a mail server reads HTTP as mail. */
  private static final int FIRST_FREE_PORT = 1024;

  private static final int HIGHEST_PORT = 65_535;

  /** Empty when it is none; a star stands for the beginning alone, above at least two names. */
  public static Optional<HostRule> of(String typed) {
    var form = FORM.matcher(typed.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    var plain = "http".equalsIgnoreCase(form.group(1));
    var below = form.group(2) != null;
    var usual = OutgoingAddress.usualPort(plain);
    var port = form.group(4) == null ? usual : Integer.parseInt(form.group(4));
    try {
      var host = OutgoingAddress.host(form.group(3));
      var stars = below && (host.startsWith("[") || !host.matches(".*\\..*[a-z].*"));
      return stars || !isFit(port)
          ? Optional.empty()
          : Optional.of(new HostRule(plain, below, host, port));
    } catch (NotSent noHost) {
      return Optional.empty();
    }
  }

  private static boolean isFit(int port) {
    return port == 80 || port == 443 || (port >= FIRST_FREE_PORT && port <= HIGHEST_PORT);
  }

  boolean covers(OutgoingAddress address) {
    return plain == address.plain()
        && port == address.port()
        && (below ? address.host().endsWith("." + host) : address.host().equals(host));
  }

  @Override
  public String toString() {
    return (plain ? "http://" : "")
        + (below ? "*." : "")
        + host
        + (port == OutgoingAddress.usualPort(plain) ? "" : ":" + port);
  }
}
