package nl.steunpunt.support.mailbox;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Optional;
import nl.steunpunt.platform.settings.InstallationKey;
import nl.steunpunt.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the administrator sets of the mailbox, and whether it can be reached. */
@Component
class MailboxSetup {
  private static final String SETTING = "mailbox";
  private static final String PURPOSE = "mailbox-password";

  private final Settings settings;
  private final InstallationKey key;
  private final Mailboxes mailboxes;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MailboxSetup(
      Settings settings,
      InstallationKey key,
      Mailboxes mailboxes,
      TransactionTemplate transaction,
      Clock clock) {
    this.settings = settings;
    this.key = key;
    this.mailboxes = mailboxes;
    this.transaction = transaction;
    this.clock = clock;
  }

  MailboxSettings current() {
    return settings.get(SETTING, MailboxSettings.class, MailboxSettings.NONE);
  }

  /**
   * The same, with the password as typed; empty keeps the one that is there.
   *
   * @param now what the form was held against: the password of another one goes with none of it
   */
  MailboxSettings sealed(MailboxForm form, MailboxSettings now) {
    var password =
        form.password().isEmpty() ? now.sealedPassword() : key.seal(PURPOSE, form.password());
    return new MailboxSettings(
        form.host(),
        form.portNumber(),
        form.tls(),
        form.user(),
        password,
        form.folder(),
        form.address(),
        form.system());
  }

  /**
   * @param old whether what lies there unread is questions too; else only what comes from now on
   */
  Optional<MailboxTrouble> connect(MailboxSettings next, boolean old) {
    long validity;
    long newest;
    try (var imap = open(next)) {
      validity = imap.validity();
      newest = imap.newest();
    } catch (MessagingException | RuntimeException e) {
      return Optional.of(MailboxTrouble.of(e));
    }
    transaction.executeWithoutResult(_ -> {
      // First, so that of two who save at once the one waits here for the other.
      settings.put(SETTING, next);
      var now = clock.instant();
      if (!mailboxes.begin(next.box(), validity, old ? 0 : newest, newest, now)) {
        mailboxes.lookNow(now);
      }
    });
    return Optional.empty();
  }

  /**
   * Reads the mailbox that is set where another one is read: nobody would read any mail, and nobody
   * see it. As when its server made it anew, what is unread there is taken.
   *
   * @return false: it was so
   */
  boolean mend() {
    if (mailboxes.isRead(current().box())) {
      return false;
    }
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          var set = settings.held(SETTING, MailboxSettings.class, MailboxSettings.NONE);
          return set.isConnected() && mailboxes.begin(set.box(), null, 0, 0, clock.instant());
        }));
  }

  void disconnect() {
    transaction.executeWithoutResult(_ -> {
      settings.put(SETTING, MailboxSettings.NONE);
      mailboxes.end();
    });
  }

  Imap open(MailboxSettings settings) throws MessagingException {
    @Nullable String sealed = settings.sealedPassword();
    return Imap.open(settings, sealed == null ? "" : key.open(PURPOSE, sealed));
  }
}
