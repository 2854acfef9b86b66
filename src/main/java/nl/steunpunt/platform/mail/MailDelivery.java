package nl.steunpunt.platform.mail;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends what waits, one after the other. A node that dies between handing a mail over and noting it
 * leaves it to be sent again, with the same Message-ID, when its lease is over.
 */
@Component
class MailDelivery implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
  private static final long LOOK_EVERY_SECONDS = 5;
  private static final int ROUNDS_PER_CLEANING = 720;

  private final Outbox outbox;
  private final MailSetup setup;
  private final MailServer server;
  private final Semaphore wishes = new Semaphore(0);
  private final AtomicBoolean running = new AtomicBoolean();

  MailDelivery(Outbox outbox, MailSetup setup, MailServer server) {
    this.outbox = outbox;
    this.setup = setup;
    this.server = server;
  }

  void wakeAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      wishes.release();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            wishes.release();
          }
        });
  }

  /**
   * Until nothing is due, or the server turns out not to be there: then the rest need not wait for
   * it one by one.
   */
  void deliverDue() {
    for (var goesOn = true; goesOn && setup.current().isComplete(); ) {
      goesOn = outbox.claim().map(this::deliver).orElse(false);
    }
  }

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

  private void run() {
    for (var round = 0; running.get(); round++) {
      try {
        if (round % ROUNDS_PER_CLEANING == 0) {
          outbox.forgetOld();
        }
        deliverDue();
      } catch (DataAccessException | TransactionException e) {
        LOG.debug("database away: {}", e.getMessage());
      }
      try {
        if (wishes.tryAcquire(LOOK_EVERY_SECONDS, TimeUnit.SECONDS)) {
          wishes.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void start() {
    running.set(true);
    Thread.ofVirtual().name("mail").start(this::run);
  }

  @Override
  public void stop() {
    running.set(false);
    wishes.release();
  }

  @Override
  public boolean isRunning() {
    return running.get();
  }
}
