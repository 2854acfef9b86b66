package nl.steunpunt.platform.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.steunpunt.platform.time.Beside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Sends what waits, one after the other. A node that dies between handing a mail over and noting it
 * leaves it to be sent again, with the same Message-ID, when its lease is over.
 */
@Component
class MailDelivery extends Beside {
  private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
  private static final int LOOKS_EVERY_SECONDS = 5;
  private static final Duration CLEANS_EVERY = Duration.ofHours(1);

  private final Outbox outbox;
  private final MailSetup setup;
  private final MailServer server;
  private final Clock clock;
  private Instant cleansAt = Instant.MIN;

  MailDelivery(Outbox outbox, MailSetup setup, MailServer server, Clock clock) {
    super("mails", LOOKS_EVERY_SECONDS);
    this.outbox = outbox;
    this.setup = setup;
    this.server = server;
    this.clock = clock;
  }

  /**
   * Nothing more when the server turns out not to be there: then the rest need not wait for it one
   * by one.
   */
  @Override
  protected int makeSome() {
    clean();
    if (!setup.current().isComplete()) {
      return 0;
    }
    return outbox.claim().filter(this::deliver).isPresent() ? 1 : 0;
  }

  private void clean() {
    if (!clock.instant().isBefore(cleansAt)) {
      outbox.forgetOld();
      cleansAt = clock.instant().plus(CLEANS_EVERY);
    }
  }

  /** Whether it is of use to go on with the next. */
  private boolean deliver(OutgoingMail mail) {
    try {
      server.send(mail, setup.current());
      outbox.sent(mail);
      return true;
    } catch (DataAccessException e) {
      throw e;
    } catch (RuntimeException e) {
      var trouble = MailTrouble.of(e);
      // The server's words often repeat the address: those stand on the administrator's screen
      // only.
      LOG.warn("mail {} not sent, attempt {}: {}", mail.id(), mail.attempts(), trouble.kind());
      outbox.failed(mail, trouble);
      return trouble.isFinal();
    }
  }
}
