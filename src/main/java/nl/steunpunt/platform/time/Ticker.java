package nl.steunpunt.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
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

  /** Two seconds of them: then what is due cannot be done, and the clock goes on without it. */
  private static final int MOST_IDLE_LOOKS = 40;

  private final List<Timed> all;
  private final OrganisationClock clock;
  private final ReentrantLock busy = new ReentrantLock();
  private final AtomicBoolean running = new AtomicBoolean();

  Ticker(List<Timed> all, OrganisationClock clock) {
    this.all = all;
    this.clock = clock;
  }

  /** Does all that is due by this moment, also what falls due because of it. */
  public List<Fired> fireDue(Instant now) {
    busy.lock();
    try {
      return fireAll(now);
    } finally {
      busy.unlock();
    }
  }

  /**
   * Moves the demo's clock to that moment, from one due moment to the next, so that each timer
   * fires at its own time and what it starts may fire as well. Meanwhile the look of each second
   * waits, or it would fire some before they are counted.
   */
  public List<Fired> advanceTo(Instant target) {
    busy.lock();
    try {
      var fired = new ArrayList<Fired>();
      var idle = 0;
      for (var due = dueBy(target);
          due.isPresent() && idle < MOST_IDLE_LOOKS;
          due = dueBy(target)) {
        var at = later(due.get(), clock.instant());
        clock.advance(Duration.between(clock.instant(), at));
        var batch = fireAll(at);
        fired.addAll(batch);
        idle = batch.isEmpty() ? idle + 1 : 0;
        if (idle > 0) {
          // Another node is at it just now.
          LockSupport.parkNanos(TICK_NANOS / 20);
        }
      }
      clock.advance(Duration.between(clock.instant(), later(target, clock.instant())));
      fired.addAll(fireAll(clock.instant()));
      return fired;
    } finally {
      busy.unlock();
    }
  }

  private Optional<Instant> dueBy(Instant target) {
    return nextDue().filter(due -> !due.isAfter(target));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private List<Fired> fireAll(Instant now) {
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
