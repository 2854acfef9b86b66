package nl.steunpunt.support.mailbox;

import org.jspecify.annotations.Nullable;

/**
 * The mailbox that is read, by IMAP. Stored as the setting {@code mailbox}.
 *
 * @param address where people write to; replies go to it with a tag: {@code help+tag@example.org}
 * @param sealedPassword sealed with the installation's key
 * @param system what a question by mail is about; null: the first of the active systems
 */
public record MailboxSettings(
    String host,
    int port,
    Tls tls,
    String user,
    @Nullable String sealedPassword,
    String folder,
    String address,
    @Nullable Long system) {

  static final MailboxSettings NONE =
      new MailboxSettings("", 993, Tls.TLS, "", null, "INBOX", "", null);

  public enum Tls {
    NONE,
    STARTTLS,
    TLS
  }

  boolean isConnected() {
    return !host.isEmpty() && sealedPassword != null;
  }

  /** Which mailbox it is: how far another one was read means nothing in it. */
  String box() {
    return String.join("\n", host, user, folder);
  }
}
