package nl.steunpunt.platform.mail;

import org.jspecify.annotations.Nullable;

/**
 * How the organisation's mail leaves. Stored as the setting {@code mail}.
 *
 * @param user empty when the server asks for none
 * @param sealedPassword sealed with the installation's key; null without a user
 * @param from the address mails come from
 * @param publicUrl where colleagues find Steunpunt, without a slash at the end: links begin with it
 */
public record MailSettings(
    String host,
    int port,
    Tls tls,
    String user,
    @Nullable String sealedPassword,
    String from,
    String publicUrl) {

  static final MailSettings NONE = new MailSettings("", 587, Tls.STARTTLS, "", null, "", "");

  public enum Tls {
    NONE,
    STARTTLS,
    TLS
  }

  public boolean isComplete() {
    return !host.isEmpty() && !from.isEmpty() && !publicUrl.isEmpty();
  }

  /** Whether what is stored was for this server and user. */
  public boolean isFor(String host, int port, Tls tls, String user) {
    return this.host.equals(host) && this.port == port && this.tls == tls && this.user.equals(user);
  }

  String domain() {
    var at = from.lastIndexOf('@');
    return at < 0 ? "steunpunt.invalid" : from.substring(at + 1);
  }
}
