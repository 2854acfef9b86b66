package nl.steunpunt.network.papers;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.papers.Bundles.Piece;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.print.Letterhead;
import nl.steunpunt.platform.print.PaperPrinting;
import nl.steunpunt.platform.time.Beside;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the pieces of bundles. A batch is a transaction: a node that dies lets go of its batch, and
 * another makes it; nothing but the batch is in memory.
 */
@Component
class BundleMaking extends Beside {
  private static final Logger LOG = LoggerFactory.getLogger(BundleMaking.class);

  /** A tenth of a second of work: live news of everybody waits for the oldest open transaction. */
  private static final int BATCH = 4;

  private final Bundles bundles;
  private final Papers papers;
  private final PaperPrinting printing;
  private final ReleasedInputs inputs;
  private final TransactionTemplate transaction;

  BundleMaking(
      Bundles bundles,
      Papers papers,
      PaperPrinting printing,
      ReleasedInputs inputs,
      TransactionTemplate transaction) {
    super("bundles");
    this.bundles = bundles;
    this.papers = papers;
    this.printing = printing;
    this.inputs = inputs;
    this.transaction = transaction;
  }

  @Override
  protected int makeSome() {
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
}
