package nl.steunpunt.network.helpbutton;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Scheme, host and port of a page: RFC 6454, as a browser writes it in {@code Origin}. */
final class Origins {
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*|\\[[0-9a-f:.]{2,45}]");

  private Origins() {}

  /**
   * @return empty when it is no page's: another scheme, a path, a password, a star
   */
  static Optional<String> of(String typed) {
    try {
      var uri = new URI(typed.strip());
      var path = uri.getRawPath();
      var bare =
          (path == null || path.isEmpty() || path.equals("/"))
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      return bare ? origin(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static Optional<String> origin(URI uri) {
    if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
      return Optional.empty();
    }
    var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    var host = uri.getHost().toLowerCase(Locale.ROOT);
    var port = uri.getPort();
    var usual = scheme.equals("https") ? 443 : 80;
    if (!(scheme.equals("https") || scheme.equals("http"))
        || !HOST.matcher(host).matches()
        || port == 0
        || port > 65_535) {
      return Optional.empty();
    }
    return Optional.of(scheme + "://" + host + (port < 0 || port == usual ? "" : ":" + port));
  }
}
