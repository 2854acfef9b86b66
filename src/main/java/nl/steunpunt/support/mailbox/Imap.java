package nl.steunpunt.support.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import nl.steunpunt.support.mailbox.MailboxSettings.Tls;
import org.jspecify.annotations.Nullable;

/** An open folder of the organisation's mailbox (RFC 3501). */
final class Imap implements AutoCloseable {
  private static final String TIMEOUT_MILLIS = "15000";

  /** A whole mail, in memory while it is read. */
  static final int MOST_BYTES = 25 << 20;

  /** How many numbers are asked for at a time; more where there are few mails among them. */
  private static final int WINDOW = 500;

  /**
   * @param uid grows with each mail of a folder
   */
  record Found(long uid, MimeMessage message) {}

  /**
   * @param upTo up to which number was looked
   */
  record Look(List<Found> found, long upTo) {}

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

  /**
   * The next mails, in their order.
   *
   * @param oldUntil up to this number only what nobody has read there
   */
  Look after(long uid, int most, long oldUntil) throws MessagingException {
    var newest = newest();
    var found = new ArrayList<Found>();
    var upTo = uid;
    for (long window = WINDOW; upTo < newest; ) {
      var until = Math.min(newest, upTo + window);
      var some = numbers().getMessagesByUID(upTo + 1, until);
      if (upTo < oldUntil) {
        var profile = new FetchProfile();
        profile.add(FetchProfile.Item.FLAGS);
        folder.fetch(some, profile);
      }
      for (var message : some) {
        var number = message == null ? 0 : numbers().getUID(message);
        if (number <= uid
            || number <= oldUntil && message.isSet(Flags.Flag.SEEN)
            || !(message instanceof MimeMessage mail)) {
          continue;
        }
        found.add(new Found(number, mail));
        if (found.size() == most) {
          return new Look(found, number);
        }
      }
      window = some.length == 0 ? window * 2 : WINDOW;
      upTo = until;
    }
    return new Look(found, upTo);
  }

  /** When it came into the mailbox, as the server noted it; null: it does not say. */
  @Nullable Instant arrivedAt(Found found) throws MessagingException {
    try {
      var at = found.message.getReceivedDate();
      return at == null ? null : at.toInstant();
    } catch (FolderClosedException | MessageRemovedException e) {
      throw e;
    } catch (MessagingException e) {
      // Asked for with the envelope, which a server cannot always read.
      return null;
    }
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
