package nl.steunpunt.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import nl.steunpunt.platform.time.Timed.Fired;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks each second for work that is due, on every node. */
@Component
public class Ticker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
  private static final long TICK_NANOS = 1_000_000_000L;

  private final List<Timed> all;
  private final Clock clock;
  private final AtomicBoolean running = new AtomicBoolean();

  Ticker(List<Timed> all, Clock clock) {
    this.all = all;
    this.clock = clock;
  }

  /** Does all that is due by this moment, also what falls due because of it. */
  public List<Fired> fireDue(Instant now) {
    var fired = new ArrayList<Fired>();
    for (var timed : all) {
      List<Fired> batch;
      do {
        batch = timed.fireDue(now);
        fired.addAll(batch);
      } while (!batch.isEmpty());
    }
    return fired;
  }

  /** The first moment at which anything falls due. */
  public Optional<Instant> nextDue() {
    return all.stream().flatMap(timed -> timed.nextDue().stream()).min(Instant::compareTo);
  }

  private void run() {
    while (running.get()) {
      try {
        fireDue(clock.instant());
      } catch (RuntimeException e) {
        // The rows are still there: the next tick tries again.
        LOG.warn("timed work waits: {}", e.toString());
      }
      LockSupport.parkNanos(TICK_NANOS);
    }
  }

  @Override
  public void start() {
    running.set(true);
    Thread.ofVirtual().name("ticker").start(this::run);
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
