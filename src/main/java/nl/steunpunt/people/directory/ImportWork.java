package nl.steunpunt.people.directory;

import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Imports beside the request that asks for them. A small one is over before the answer; of a large
 * one the page shows how far it is. Where the node stops meanwhile, nothing was written.
 */
@Component
class ImportWork {

  private static final Duration WORTH_WAITING = Duration.ofMillis(1_500);

  private final ImportRuns runs;

  ImportWork(ImportRuns runs) {
    this.runs = runs;
  }

  void start(ImportRun run, Runnable work) {
    var thread = Thread.ofVirtual().name("import-" + run.id()).start(() -> workOn(run, work));
    try {
      thread.join(WORTH_WAITING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The work notes a refusal of its own; only that it never began is noted here. */
  private void workOn(ImportRun run, Runnable work) {
    try {
      work.run();
    } catch (ImportRefused e) {
      if (e.why() == ImportRefused.Why.BUSY) {
        runs.refused(run.id(), run.state(), e);
      }
    }
  }
}
