package nl.steunpunt.support.mailbox;

import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.support.mailbox.MailboxSettings.Tls;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox as typed.
 *
 * @param password empty keeps the one that is stored; never sent back to a browser
 * @param old whether what lies there unread is taken too; null: a browser sends nothing of a box
 *     that is not ticked
 */
public record MailboxForm(
    String host,
    String port,
    Tls tls,
    String user,
    String password,
    String folder,
    String address,
    @Nullable Long system,
    @Nullable Boolean old) {

  public MailboxForm {
    host = stripped(host);
    port = stripped(port);
    tls = tls == null ? Tls.TLS : tls;
    user = stripped(user);
    password = password == null ? "" : password;
    folder = stripped(folder);
    address = stripped(address);
  }

  static MailboxForm of(MailboxSettings now) {
    return new MailboxForm(
        now.host(),
        Integer.toString(now.port()),
        now.tls(),
        now.user(),
        "",
        now.folder(),
        now.address(),
        now.system(),
        false);
  }

  public boolean takesOld() {
    return Boolean.TRUE.equals(old);
  }

  int portNumber() {
    return port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0;
  }

  /**
   * @param now whose password stays when none is typed
   */
  List<FieldError> errors(MailboxSettings now) {
    var errors = new ArrayList<FieldError>();
    if (!host.matches("[A-Za-z0-9.:_-]{1,253}")) {
      errors.add(FieldError.of("host", "mailbox.host_wrong"));
    }
    if (portNumber() < 1 || portNumber() > 65_535) {
      errors.add(FieldError.of("port", "mailbox.port_wrong"));
    }
    if (user.isEmpty() || user.length() > 254) {
      errors.add(FieldError.of("user", "mailbox.user_wrong"));
    }
    if (password.isEmpty() && !now.isConnected()) {
      errors.add(FieldError.of("password", "mailbox.password_wrong"));
    } else if (password.isEmpty() && isForSomebodyElse(now)) {
      errors.add(FieldError.of("password", "mailbox.password_again"));
    }
    if (folder.isEmpty() || folder.length() > 200 || !folder.matches("\\P{Cntrl}+")) {
      errors.add(FieldError.of("folder", "mailbox.folder_wrong"));
    }
    if (!address.matches("[^@\\s<>,+]{1,20}@[^@\\s<>,]{1,200}")) {
      errors.add(FieldError.of("address", "mailbox.address_wrong"));
    }
    return errors;
  }

  /** Who would read the password was not who got it. */
  private boolean isForSomebodyElse(MailboxSettings now) {
    return !host.equals(now.host())
        || portNumber() != now.port()
        || tls != now.tls()
        || !user.equals(now.user());
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
