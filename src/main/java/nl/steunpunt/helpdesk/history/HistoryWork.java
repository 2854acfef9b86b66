package nl.steunpunt.helpdesk.history;

import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Imports beside the request that asks for them. A small one is over before the answer; of a large
 * one the page shows how far it is.
 */
@Component
class HistoryWork {
  private static final Duration WORTH_WAITING = Duration.ofMillis(1_500);

  private final HistoryRuns runs;

  HistoryWork(HistoryRuns runs) {
    this.runs = runs;
  }

  void start(HistoryRun run, Runnable work) {
    var thread = Thread.ofVirtual().name("history-" + run.id()).start(() -> workOn(run, work));
    try {
      thread.join(WORTH_WAITING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The work notes a refusal of its own; only that it never began is noted here. */
  private void workOn(HistoryRun run, Runnable work) {
    try {
      work.run();
    } catch (HistoryRefused e) {
      if (e.why() == HistoryRefused.Why.BUSY) {
        runs.refused(run.id(), run.state(), e);
      }
    }
  }
}
