package nl.steunpunt.platform.facts;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;

/**
 * A node may die between a commit and the listeners that hear of it, and a listener may fail: each
 * half minute, what has waited longer than any listener works is handed out again, by whichever
 * node marks it first. Listeners are idempotent, so one that was only slow does no harm.
 */
@Component
class FactRetrying implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(FactRetrying.class);
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration LONGEST_WORK = Duration.ofMinutes(2);

  private final IncompleteEventPublications unheard;
  private final JdbcClient sql;
  private final Clock clock;
  private final AtomicBoolean running = new AtomicBoolean();

  FactRetrying(IncompleteEventPublications unheard, JdbcClient sql, Clock clock) {
    this.unheard = unheard;
    this.sql = sql;
    this.clock = clock;
  }

  void retry(Duration olderThan) {
    // Handed out again by a node that then died as well: nobody else would touch it.
    sql.sql(
            """
            update platform.event_publication set status = 'FAILED'
             where status = 'RESUBMITTED' and last_resubmission_date < :before
            """)
        .param("before", clock.instant().minus(olderThan))
        .update();
    unheard.resubmitIncompletePublicationsOlderThan(olderThan);
  }

  private void run() {
    while (running.get()) {
      LockSupport.parkNanos(EVERY.toNanos());
      try {
        if (running.get()) {
          retry(LONGEST_WORK);
        }
      } catch (RuntimeException e) {
        // The rows are still there: the next look tries again.
        LOG.warn("facts wait: {}", e.toString());
      }
    }
  }

  @Override
  public void start() {
    running.set(true);
    Thread.ofVirtual().name("facts").start(this::run);
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
