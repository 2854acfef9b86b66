package nl.steunpunt.support.mailbox;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.steunpunt.platform.mail.MailSetup;
import nl.steunpunt.platform.time.Beside;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.support.mailbox.Imap.Found;
import nl.steunpunt.support.mailbox.Mailboxes.Cursor;
import nl.steunpunt.support.mailbox.Mailboxes.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

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

  private static final int AT_ONCE = 20;

  /**
   * Ten thousand old mails must not keep one node for hours, nor have us sign in a thousand times.
   */
  private static final Duration GOES_ON = Duration.ofSeconds(45);

  static final int MOST_ATTEMPTS = 5;
  private static final Duration CLEANS_EVERY = Duration.ofHours(1);

  private final Mailboxes mailboxes;
  private final MailsIn mailsIn;
  private final MailboxSetup setup;
  private final MailTaking taking;
  private final MailSetup outgoing;
  private final OrganisationClock clock;
  private Instant cleansAt = Instant.MIN;

  MailFetching(
      Mailboxes mailboxes,
      MailsIn mailsIn,
      MailboxSetup setup,
      MailTaking taking,
      MailSetup outgoing,
      OrganisationClock clock) {
    super("mailbox", LOOKS_EVERY_SECONDS);
    this.mailboxes = mailboxes;
    this.mailsIn = mailsIn;
    this.setup = setup;
    this.taking = taking;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  @Override
  protected int makeSome() {
    if (!clock.instant().isBefore(cleansAt)) {
      mailsIn.forget(clock.instant().minus(MailsIn.KEPT));
      cleansAt = clock.instant().plus(CLEANS_EVERY);
    }
    var settings = setup.current();
    if (!settings.isConnected()) {
      return 0;
    }
    return mailboxes
        .claim(settings.box(), clock.instant())
        .map(cursor -> look(settings, cursor))
        .orElseGet(() -> setup.mend() ? 1 : 0);
  }

  private int look(MailboxSettings settings, Cursor cursor) {
    try (var imap = setup.open(settings)) {
      var until = clock.instant().plus(GOES_ON);
      var at = begin(imap, cursor);
      var own = own(settings);
      var seen = 0;
      int some;
      do {
        var look = imap.after(at.lastUid(), AT_ONCE, at.oldUntil());
        for (var found : look.found()) {
          read(imap, new Position(cursor.box(), at.validity(), found.uid()), found, own);
        }
        if (!mailboxes.passed(new Position(cursor.box(), at.validity(), look.upTo()))) {
          return seen;
        }
        at = new Reading(at.validity(), look.upTo(), at.oldUntil());
        some = look.found().size();
        seen += some;
      } while (some == AT_ONCE && clock.instant().isBefore(until));
      again(imap, cursor.box(), at.validity(), own);
      var now = clock.instant();
      mailboxes.read(cursor, now, some == AT_ONCE ? now : now.plus(EVERY));
      return seen;
    } catch (DataAccessException | TransactionException e) {
      throw e;
    } catch (MessagingException | RuntimeException e) {
      var trouble = MailboxTrouble.of(e);
      LOG.warn("the mailbox cannot be read: {}", trouble.kind());
      mailboxes.failed(cursor, trouble, clock.instant());
      return 0;
    }
  }

  /** How far it was read. */
  private record Reading(long validity, long lastUid, long oldUntil) {}

  private Reading begin(Imap imap, Cursor cursor) throws MessagingException {
    var validity = imap.validity();
    if (cursor.uidValidity() != null && cursor.uidValidity() == validity) {
      return new Reading(validity, cursor.lastUid(), cursor.oldUntil());
    }
    var newest = imap.newest();
    mailboxes.beginAnew(cursor, validity, newest);
    return new Reading(validity, 0, newest);
  }

  /** What could not be read before. */
  private void again(Imap imap, String box, long validity, Set<String> own)
      throws MessagingException {
    for (var uid : mailsIn.failingDue(box, validity, clock.instant(), AT_ONCE)) {
      var found = imap.at(uid);
      if (found.isPresent()) {
        read(imap, new Position(box, validity, uid), found.get(), own);
      } else {
        mailsIn.gone(new Position(box, validity, uid));
      }
    }
  }

  private void read(Imap imap, Position at, Found found, Set<String> own)
      throws MessagingException {
    try {
      var whole = imap.whole(found);
      var arrivedAt = arrivedAt(imap, found);
      taking.take(
          at,
          whole.isPresent()
              ? MailReading.read(whole.get(), arrivedAt, own)
              : MailReading.tooLarge(found.message(), arrivedAt));
    } catch (DataIntegrityViolationException e) {
      // It has something in it that the database does not take: its own fault, and not ours.
      LOG.warn("mail {} cannot be kept: {}", at.uid(), e.getClass().getSimpleName());
      mailsIn.failing(at, "unkept", MOST_ATTEMPTS, clock.instant());
      return;
    } catch (DataAccessException
        | TransactionException
        | FolderClosedException
        | StoreClosedException e) {
      throw e;
    } catch (MessageRemovedException e) {
      // Somebody took it out of the mailbox meanwhile.
      return;
    } catch (MessagingException | RuntimeException | StackOverflowError e) {
      // One that cannot be read, or is folded too deep, must not stop those behind it.
      LOG.warn("mail {} cannot be read: {}", at.uid(), e.getClass().getSimpleName());
      mailsIn.failing(at, "unreadable", MOST_ATTEMPTS, clock.instant());
      return;
    }
    imap.markRead(found);
  }

  /** By its server's clock, in whole seconds, which is not the demo's. */
  private Instant arrivedAt(Imap imap, Found found) throws MessagingException {
    var arrived = imap.arrivedAt(found);
    var now = clock.instant();
    var ahead = Math.round(Duration.between(clock.machineTime(), now).toMillis() / 1_000.0);
    return arrived == null || arrived.plusSeconds(ahead).isAfter(now)
        ? now
        : arrived.plusSeconds(ahead);
  }

  /** Where our own mail comes from, which comes back when two machines answer each other. */
  private Set<String> own(MailboxSettings settings) {
    return Stream.of(settings.address(), outgoing.current().from())
        .map(address -> address.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
