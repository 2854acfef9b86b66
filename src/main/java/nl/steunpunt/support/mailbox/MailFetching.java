package nl.steunpunt.support.mailbox;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.steunpunt.platform.mail.MailSetup;
import nl.steunpunt.platform.time.Beside;
import nl.steunpunt.support.mailbox.Imap.Found;
import nl.steunpunt.support.mailbox.Mailboxes.Cursor;
import nl.steunpunt.support.mailbox.Mailboxes.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks into the mailbox, some mails at a time. Not in the ticker: a server that lets us wait would
 * keep all timers waiting. A mail is marked read after it was taken, so a node that dies between
 * the two leaves one that is known by its number.
 */
@Component
class MailFetching extends Beside {
  private static final Logger LOG = LoggerFactory.getLogger(MailFetching.class);
  private static final int LOOKS_EVERY_SECONDS = 5;
  private static final Duration EVERY = Duration.ofSeconds(20);

  /** Ten thousand old mails must not keep one node for hours. */
  private static final int AT_ONCE = 20;

  static final int MOST_ATTEMPTS = 5;
  private static final Duration CLEANS_EVERY = Duration.ofHours(1);

  private final Mailboxes mailboxes;
  private final MailboxSetup setup;
  private final MailTaking taking;
  private final MailSetup outgoing;
  private final Clock clock;
  private Instant cleansAt = Instant.MIN;

  MailFetching(
      Mailboxes mailboxes, MailboxSetup setup, MailTaking taking, MailSetup outgoing, Clock clock) {
    super("mailbox", LOOKS_EVERY_SECONDS);
    this.mailboxes = mailboxes;
    this.setup = setup;
    this.taking = taking;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  @Override
  protected int makeSome() {
    if (!clock.instant().isBefore(cleansAt)) {
      mailboxes.forget(clock.instant().minus(Mailboxes.KEPT));
      cleansAt = clock.instant().plus(CLEANS_EVERY);
    }
    var settings = setup.current();
    if (!settings.isConnected()) {
      return 0;
    }
    return mailboxes.claim(clock.instant()).map(cursor -> look(settings, cursor)).orElse(0);
  }

  private int look(MailboxSettings settings, Cursor cursor) {
    try (var imap = setup.open(settings)) {
      var seen = read(imap, settings, cursor);
      var now = clock.instant();
      mailboxes.read(now, seen == AT_ONCE ? now : now.plus(EVERY));
      return seen;
    } catch (DataAccessException e) {
      throw e;
    } catch (MessagingException | RuntimeException e) {
      var trouble = MailboxTrouble.of(e);
      LOG.warn("the mailbox cannot be read: {}", trouble.kind());
      mailboxes.failed(trouble, cursor.failures(), clock.instant());
      return 0;
    }
  }

  private int read(Imap imap, MailboxSettings settings, Cursor cursor) throws MessagingException {
    var validity = imap.validity();
    var known = cursor.uidValidity() != null && cursor.uidValidity() == validity;
    if (!known) {
      mailboxes.beginAnew(validity);
    }
    var own = own(settings);
    var seen = 0;
    for (var found : imap.after(known ? cursor.lastUid() : 0, AT_ONCE)) {
      read(imap, new Position(validity, found.uid()), found, own);
      seen++;
    }
    for (var uid : mailboxes.failingDue(validity, clock.instant(), AT_ONCE)) {
      var found = imap.at(uid);
      if (found.isPresent()) {
        read(imap, new Position(validity, uid), found.get(), own);
      } else {
        mailboxes.failing(new Position(validity, uid), "gone", 1, clock.instant());
      }
    }
    return seen;
  }

  private void read(Imap imap, Position at, Found found, Set<String> own)
      throws MessagingException {
    try {
      var whole = imap.whole(found);
      taking.take(
          at,
          whole.isPresent()
              ? MailReading.read(whole.get(), own)
              : MailReading.tooLarge(found.message()));
    } catch (DataAccessException e) {
      throw e;
    } catch (MessagingException | RuntimeException e) {
      // One that cannot be read must not stop those behind it.
      LOG.warn("mail {} cannot be read: {}", at.uid(), e.getClass().getSimpleName());
      mailboxes.failing(at, e.getClass().getSimpleName(), MOST_ATTEMPTS, clock.instant());
      return;
    }
    imap.markRead(found);
  }

  /** Where our own mail comes from, which comes back when two machines answer each other. */
  private Set<String> own(MailboxSettings settings) {
    return Stream.of(settings.address(), outgoing.current().from())
        .map(address -> address.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
