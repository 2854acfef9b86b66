package nl.steunpunt.platform.time;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work that waits as rows, done on each node beside all other work, never in the ticker, where the
 * timers would wait for it. Who asked says {@link #begin}; what another node was asked, or left
 * when it died, is found within ten seconds.
 */
public abstract class Beside implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Beside.class);
  private static final int LOOKS_EVERY_SECONDS = 10;

  private final String name;
  private final int looksEverySeconds;
  private final Semaphore asked = new Semaphore(0);
  private final AtomicBoolean running = new AtomicBoolean();

  protected Beside(String name) {
    this(name, LOOKS_EVERY_SECONDS);
  }

  protected Beside(String name, int looksEverySeconds) {
    this.name = name;
    this.looksEverySeconds = looksEverySeconds;
  }

  /**
   * A little of it, in a transaction of its own.
   *
   * @return how many were looked at; 0 when nothing waits
   */
  protected abstract int makeSome();

  /** Looks at once, instead of in a few seconds. */
  public void begin() {
    asked.release();
  }

  /**
   * The same once what the caller wrote is there to be seen; of a transaction that fails, never.
   */
  public void beginAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      begin();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            begin();
          }
        });
  }

  private void run() {
    while (running.get()) {
      try {
        while (running.get() && makeSome() > 0) {
          Thread.yield();
        }
      } catch (RuntimeException e) {
        // The rows are still there: the next look tries again.
        LOG.warn("{} wait: {}", name, e.toString());
      }
      try {
        if (asked.tryAcquire(looksEverySeconds, TimeUnit.SECONDS)) {
          asked.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void start() {
    running.set(true);
    Thread.ofVirtual().name(name).start(this::run);
  }

  @Override
  public void stop() {
    running.set(false);
    begin();
  }

  @Override
  public boolean isRunning() {
    return running.get();
  }
}
