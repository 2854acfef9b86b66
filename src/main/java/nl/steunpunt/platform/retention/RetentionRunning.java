package nl.steunpunt.platform.retention;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Each hour, on each node, beside all other work; the first minutes belong to the start. */
@Component
class RetentionRunning implements SmartLifecycle {
  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration EVERY = Duration.ofHours(1);

  private final Retention retention;
  private final AtomicBoolean running = new AtomicBoolean();

  RetentionRunning(Retention retention) {
    this.retention = retention;
  }

  private void run() {
    for (var wait = FIRST; running.get(); wait = EVERY) {
      sleep(wait);
      if (running.get()) {
        retention.run();
      }
    }
  }

  /** Not one long sleep: a node that stops is not to leave a thread behind for an hour. */
  private void sleep(Duration wait) {
    var end = System.nanoTime() + wait.toNanos();
    while (running.get() && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000_000L);
    }
  }

  @Override
  public void start() {
    running.set(true);
    Thread.ofVirtual().name("retention").start(this::run);
  }

  @Override
  public void stop() {
    running.set(false);
  }

  @Override
  public boolean isRunning() {
    return running.get();
  }
}
