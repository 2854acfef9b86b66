package nl.steunpunt.network.papers;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.papers.Bundles.Piece;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.print.Letterhead;
import nl.steunpunt.platform.print.PaperPrinting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the pieces of bundles beside all other work, never in the ticker, where the timers would
 * wait for it. A batch is a transaction: a node that dies lets go of its batch, and another makes
 * it; nothing but the batch is in memory.
 */
@Component
class BundleMaking implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(BundleMaking.class);

  /** A tenth of a second of work: live news of everybody waits for the oldest open transaction. */
  private static final int BATCH = 4;

  private static final long LOOK_EVERY_SECONDS = 10;

  private final Bundles bundles;
  private final Papers papers;
  private final PaperPrinting printing;
  private final ReleasedInputs inputs;
  private final TransactionTemplate transaction;
  private final Semaphore asked = new Semaphore(0);
  private final AtomicBoolean running = new AtomicBoolean();

  BundleMaking(
      Bundles bundles,
      Papers papers,
      PaperPrinting printing,
      ReleasedInputs inputs,
      TransactionTemplate transaction) {
    this.bundles = bundles;
    this.papers = papers;
    this.printing = printing;
    this.inputs = inputs;
    this.transaction = transaction;
  }

  /** Looks at once, instead of in a few seconds. */
  void begin() {
    asked.release();
  }

  /**
   * @return how many were looked at; 0 when nothing waits
   */
  int makeSome() {
    var head = printing.letterhead();
    var done =
        transaction.execute(status -> {
          var pieces = bundles.claim(BATCH);
          if (!pieces.isEmpty()) {
            make(pieces, head);
          }
          return pieces.size();
        });
    return done == null ? 0 : done;
  }

  private void make(java.util.List<Piece> pieces, Letterhead head) {
    Map<MandateId, PaperFacts> facts =
        papers.facts(pieces.stream().map(Piece::mandate).distinct().toList()).stream()
            .collect(Collectors.toMap(PaperFacts::mandate, Function.identity()));
    for (var piece : pieces) {
      var about = facts.get(piece.mandate());
      var paper = about == null ? null : print(piece, about, head);
      if (paper == null) {
        bundles.failed(piece);
      } else {
        bundles.made(piece, paper.name(), paper.pdf());
      }
    }
  }

  /** One paper that cannot be made does not keep the others back. */
  private Papers.@Nullable Printed print(Piece piece, PaperFacts about, Letterhead head) {
    var language =
        Messages.nearest(Locale.of(piece.language() == null ? about.language() : piece.language()));
    try {
      var written =
          piece.kind() == PaperKind.APPRAISAL
              ? inputs.last(piece.mandate(), language).orElseThrow()
              : null;
      return papers.print(piece.kind(), about, written, language, head);
    } catch (RuntimeException e) {
      LOG.warn("no paper of mandate {}: {}", piece.mandate(), e.toString());
      return null;
    }
  }

  private void run() {
    while (running.get()) {
      try {
        while (running.get() && makeSome() > 0) {
          Thread.yield();
        }
      } catch (RuntimeException e) {
        // The rows are still there: the next look tries again.
        LOG.warn("bundles wait: {}", e.toString());
      }
      try {
        if (asked.tryAcquire(LOOK_EVERY_SECONDS, TimeUnit.SECONDS)) {
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
    Thread.ofVirtual().name("bundles").start(this::run);
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
