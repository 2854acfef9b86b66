package nl.steunpunt.support.suggestion;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * After a start with other synonyms or rules, reads everything again in the background. What is not
 * yet read is still found by its former terms. Where several nodes start they share the work, and a
 * node that stops halfway leaves the rest to the next.
 */
@Component
class Reindexing {

  private static final Logger LOG = LoggerFactory.getLogger(Reindexing.class);

  private final SuggestionIndex index;

  Reindexing(SuggestionIndex index) {
    this.index = index;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    Thread.ofVirtual().name("suggestions-reindexing").start(this::run);
  }

  void run() {
    var read = 0;
    for (var some = index.reindexOutdated(); some > 0; some = index.reindexOutdated()) {
      read += some;
    }
    if (read > 0) {
      LOG.info("Read {} suggestions again under today's synonyms and rules", read);
    }
  }
}
