package nl.steunpunt.people.organisation;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.platform.mail.MailSettings;
import nl.steunpunt.platform.mail.MailSettings.Tls;
import nl.steunpunt.platform.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * The mail settings as typed.
 *
 * @param password empty keeps the one that is stored; never sent back to a browser
 */
public record MailForm(
    String host,
    String port,
    Tls tls,
    String user,
    String password,
    String from,
    String publicUrl) {

  public MailForm {
    host = stripped(host);
    port = stripped(port);
    tls = tls == null ? Tls.STARTTLS : tls;
    user = stripped(user);
    password = password == null ? "" : password;
    from = stripped(from);
    publicUrl = stripped(publicUrl).replaceAll("/+$", "");
  }

  static MailForm of(MailSettings now, String here) {
    return new MailForm(
        now.host(),
        Integer.toString(now.port()),
        now.tls(),
        now.user(),
        "",
        now.from(),
        now.publicUrl().isEmpty() ? here : now.publicUrl());
  }

  int portNumber() {
    return port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0;
  }

  /**
   * @param now whose password stays when none is typed
   */
  List<FieldError> errors(MailSettings now) {
    var errors = new ArrayList<FieldError>();
    if (!host.matches("[A-Za-z0-9.:_-]{1,253}")) {
      errors.add(FieldError.of("host", "mail_setup.host_wrong"));
    }
    if (portNumber() < 1 || portNumber() > 65_535) {
      errors.add(FieldError.of("port", "mail_setup.port_wrong"));
    }
    if (password.isEmpty() && now.sealedPassword() != null && isForSomebodyElse(now)) {
      errors.add(FieldError.of("password", "mail_setup.password_again"));
    }
    if (!from.matches("[^@\\s<>,]+@[^@\\s<>,]+")) {
      errors.add(FieldError.of("from", "mail_setup.from_wrong"));
    }
    if (!isWebAddress(publicUrl)) {
      errors.add(FieldError.of("publicUrl", "mail_setup.public_url_wrong"));
    }
    return errors;
  }

  /** Who would read the password was not who got it; without a user none is sent. */
  private boolean isForSomebodyElse(MailSettings now) {
    return !user.isEmpty() && !now.isFor(host, portNumber(), tls, user);
  }

  private static boolean isWebAddress(String text) {
    try {
      var uri = URI.create(text);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getQuery() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
