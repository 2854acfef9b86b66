package nl.steunpunt.platform.outgoing;

import java.util.Locale;
import java.util.regex.Pattern;
import nl.steunpunt.platform.outgoing.NotSent.Reason;
import nl.steunpunt.platform.web.AddressRange;

/**
 * Where to send: of all that an URL may be, what can be read in one way only.
 *
 * @param plain http, without encryption
 * @param host in small letters: a name, an IPv4 address as four numbers, or an IPv6 address in
 *     brackets
 * @param target path and query. It may be a secret
 */
public record OutgoingAddress(boolean plain, String host, int port, String target) {
  static final int LONGEST = 2_000;
  private static final int HIGHEST_PORT = 65_535;

  // What a path and a query may be made of (RFC 3986); a fragment is never sent.
  private static final String SIGNS = "[A-Za-z0-9._~!$&'()*+,;=:@%/-]";
  private static final Pattern FORM =
      Pattern.compile(
          "(?i)(https?)://(\\[[0-9a-f:.]{2,45}]|[a-z0-9.-]{1,253})(?::([1-9]\\d{0,4}))?((?:/"
              + SIGNS
              + "*)?(?:\\?[?"
              + SIGNS.substring(1)
              + "*)?)");
  private static final Pattern AUTHORITY = Pattern.compile("(?i)[a-z]+:/*([^/?#\\\\]*).*");

  // An address in other numbers (127.1, 0x7f.1, 017700000001) is a name to us and an address to
  // others: a last part that is a number makes it one (WHATWG URL, "ends in a number").
  private static final Pattern NAME =
      Pattern.compile(
          "(?!.*(?:^|\\.)(?:\\d+|0x[0-9a-f]*)$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

  public static OutgoingAddress of(String typed) throws NotSent {
    var text = typed.strip();
    var authority = AUTHORITY.matcher(text);
    if (authority.matches() && authority.group(1).contains("@")) {
      throw new NotSent(Reason.CREDENTIALS, "");
    }
    var form = FORM.matcher(text);
    if (text.length() > LONGEST || !form.matches()) {
      throw new NotSent(Reason.ADDRESS, "");
    }
    var plain = form.group(1).equalsIgnoreCase("http");
    var port = form.group(3) == null ? usualPort(plain) : Integer.parseInt(form.group(3));
    if (port > HIGHEST_PORT) {
      throw new NotSent(Reason.ADDRESS, "");
    }
    var target = form.group(4);
    return new OutgoingAddress(
        plain, host(form.group(2)), port, target.startsWith("/") ? target : "/" + target);
  }

  /**
   * @throws NotSent when it is no name and no address as we write them
   */
  static String host(String typed) throws NotSent {
    var host = typed.toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      var address =
          AddressRange.address(host.substring(1, host.length() - 1))
              .orElseThrow(() -> new NotSent(Reason.ADDRESS, ""));
      var text = address.getHostAddress();
      return address instanceof java.net.Inet4Address ? text : "[" + text + "]";
    }
    if (NAME.matcher(host).matches() || AddressRange.address(host).isPresent()) {
      return host;
    }
    throw new NotSent(Reason.ADDRESS, "");
  }

  static int usualPort(boolean plain) {
    return plain ? 80 : 443;
  }

  boolean hasUsualPort() {
    return port == usualPort(plain);
  }

  /** As the Host header says it, and as an administrator names it. */
  public String hostAndPort() {
    return hasUsualPort() ? host : host + ":" + port;
  }

  boolean isNumeric() {
    return host.startsWith("[") || AddressRange.address(host).isPresent();
  }

  /** Without brackets. */
  String bareHost() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** "https://push.example.net": whose it is, without what is asked of it (RFC 6454). */
  public String origin() {
    return (plain ? "http://" : "https://") + hostAndPort();
  }

  /** What can be sent to again: a secret where the target is one. */
  public String whole() {
    return origin() + target;
  }

  /** For logs, screens and error messages: never the target. */
  @Override
  public String toString() {
    return origin() + "/…";
  }
}
