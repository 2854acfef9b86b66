package nl.steunpunt.notify.push;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import nl.steunpunt.platform.metrics.Counters;
import nl.steunpunt.platform.time.Beside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what waits. A node that dies between handing a message over and noting it leaves it to be
 * sent again when its lease is over; the browser shows it in the place of the first.
 */
@Component
class PushDelivery extends Beside {
  private static final Logger LOG = LoggerFactory.getLogger(PushDelivery.class);
  private static final int LOOKS_EVERY_SECONDS = 5;
  private static final int LOOKS_PER_CLEANING = 60;

  /** So that one service that is slow does not keep the others waiting. */
  private static final int AT_ONCE = 4;

  private final PushMessages messages;
  private final PushBrowsers browsers;
  private final PushService service;
  private final Counters counters;
  private final Clock clock;
  private final Semaphore slots = new Semaphore(AT_ONCE);
  private int looks;

  PushDelivery(
      PushMessages messages,
      PushBrowsers browsers,
      PushService service,
      Counters counters,
      Clock clock) {
    super("push", LOOKS_EVERY_SECONDS);
    this.messages = messages;
    this.browsers = browsers;
    this.service = service;
    this.counters = counters;
    this.clock = clock;
  }

  /** One after the other, until nothing is due. */
  void deliverDue() {
    for (var next = messages.claim(); next.isPresent(); next = messages.claim()) {
      deliver(next.get());
    }
  }

  private void deliver(PushMessage message) {
    var now = clock.instant();
    if (!message.wanted()) {
      messages.remove(message);
      return;
    }
    if (!now.isBefore(message.expiresAt())) {
      messages.tooLate(message, now);
      return;
    }
    var outcome = service.send(message, now);
    var trouble = outcome.trouble();
    counters.count("steunpunt_pushes_total", "outcome", trouble == null ? "sent" : trouble.word());
    if (trouble == null) {
      browsers.received(message.browserId(), now);
      messages.remove(message);
      return;
    }
    LOG.info("push {} not sent, attempt {}: {}", message.id(), message.attempts(), trouble);
    if (trouble == PushTrouble.GONE) {
      browsers.gone(message.browserId(), now);
      return;
    }
    browsers.inTrouble(message.browserId(), trouble, now);
    if (outcome.again() == null) {
      messages.remove(message);
      return;
    }
    if (trouble == PushTrouble.BUSY) {
      browsers.hold(message.browserId(), outcome.again());
    }
    messages.again(message, outcome.again());
  }

  /** Begins with the next, once there is a slot for it. */
  @Override
  protected int makeSome() {
    slots.acquireUninterruptibly();
    var next = Optional.<PushMessage>empty();
    try {
      next = messages.claim();
    } finally {
      if (next.isEmpty()) {
        slots.release();
      }
    }
    if (next.isEmpty()) {
      forgetEndedNowAndThen();
      return 0;
    }
    var message = next.get();
    Thread.ofVirtual().name("push-" + message.id()).start(() -> deliverInTurn(message));
    return 1;
  }

  private void forgetEndedNowAndThen() {
    if (looks++ % LOOKS_PER_CLEANING == 0) {
      browsers.forgetEnded();
    }
  }

  private void deliverInTurn(PushMessage message) {
    try {
      deliver(message);
    } catch (RuntimeException e) {
      // It is tried again when its lease is over.
      LOG.warn("push {} waits: {}", message.id(), e.toString());
    } finally {
      slots.release();
    }
  }
}
