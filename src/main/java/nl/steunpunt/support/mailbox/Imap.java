package nl.steunpunt.support.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import nl.steunpunt.support.mailbox.MailboxSettings.Tls;

/** An open folder of the organisation's mailbox (RFC 3501). */
final class Imap implements AutoCloseable {
  private static final String TIMEOUT_MILLIS = "15000";

  /** A whole mail, in memory while it is read. */
  static final int MOST_BYTES = 25 << 20;

  /**
   * @param uid grows with each mail of a folder
   */
  record Found(long uid, MimeMessage message) {}

  private final Store store;
  private final Folder folder;
  private final Session session;

  private Imap(Session session, Store store, Folder folder) {
    this.session = session;
    this.store = store;
    this.folder = folder;
  }

  static Imap open(MailboxSettings settings, String password) throws MessagingException {
    var protocol = settings.tls() == Tls.TLS ? "imaps" : "imap";
    var properties = new Properties();
    for (var name : List.of("connectiontimeout", "timeout", "writetimeout")) {
      properties.put("mail." + protocol + "." + name, TIMEOUT_MILLIS);
    }
    properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
    properties.put(
        "mail." + protocol + ".starttls.enable", Boolean.toString(settings.tls() == Tls.STARTTLS));
    properties.put(
        "mail." + protocol + ".starttls.required",
        Boolean.toString(settings.tls() == Tls.STARTTLS));
    // Looking is not having read: that is said when it is a question here.
    properties.put("mail." + protocol + ".peek", "true");
    var session = Session.getInstance(properties);
    var store = session.getStore(protocol);
    store.connect(settings.host(), settings.port(), settings.user(), password);
    try {
      var folder = store.getFolder(settings.folder());
      folder.open(Folder.READ_WRITE);
      return new Imap(session, store, folder);
    } catch (MessagingException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Another one than before: the folder was made anew, and its numbers mean other mails. */
  long validity() throws MessagingException {
    return numbers().getUIDValidity();
  }

  /** The number of the newest mail; 0 when there is none. */
  long newest() throws MessagingException {
    var count = folder.getMessageCount();
    return count == 0 ? 0 : numbers().getUID(folder.getMessage(count));
  }

  List<Found> after(long uid, int most) throws MessagingException {
    var found = new ArrayList<Found>();
    // Asked for beyond the newest, a server answers with the newest.
    for (var message : numbers().getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
      if (found.size() == most) {
        break;
      }
      var number = message == null ? 0 : numbers().getUID(message);
      if (number > uid && message instanceof MimeMessage mail) {
        found.add(new Found(number, mail));
      }
    }
    return found;
  }

  Optional<Found> at(long uid) throws MessagingException {
    return numbers().getMessageByUID(uid) instanceof MimeMessage mail
        ? Optional.of(new Found(uid, mail))
        : Optional.empty();
  }

  /**
   * All of it, in memory.
   *
   * @return empty: it is larger than {@link #MOST_BYTES}
   */
  Optional<MimeMessage> whole(Found found) throws MessagingException {
    var profile = new FetchProfile();
    profile.add(FetchProfile.Item.SIZE);
    folder.fetch(new MimeMessage[] {found.message}, profile);
    if (found.message.getSize() > MOST_BYTES) {
      return Optional.empty();
    }
    var bytes = new Bounded(MOST_BYTES);
    try {
      found.message.writeTo(bytes);
    } catch (TooLarge e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new MessagingException("unreadable", e);
    }
    return Optional.of(new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray())));
  }

  void markRead(Found found) throws MessagingException {
    found.message.setFlag(Flags.Flag.SEEN, true);
  }

  private UIDFolder numbers() {
    return (UIDFolder) folder;
  }

  @Override
  public void close() {
    try {
      folder.close(false);
    } catch (MessagingException | IllegalStateException e) {
      // Its server is gone: so is what was to be closed.
    }
    try {
      store.close();
    } catch (MessagingException e) {
      // The same.
    }
  }

  private static final class TooLarge extends IOException {}

  /** A server may say one size and send another. */
  private static final class Bounded extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int most;

    Bounded(int most) {
      this.most = most;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      if (bytes.size() + length > most) {
        throw new TooLarge();
      }
      bytes.write(some, from, length);
    }

    byte[] toByteArray() {
      return bytes.toByteArray();
    }
  }
}
