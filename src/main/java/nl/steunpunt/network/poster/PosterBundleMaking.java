package nl.steunpunt.network.poster;

import nl.steunpunt.platform.time.Beside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A part is a transaction: a node that dies lets go of it, and another makes it. */
@Component
class PosterBundleMaking extends Beside {
  private static final Logger LOG = LoggerFactory.getLogger(PosterBundleMaking.class);

  private final PosterBundles bundles;
  private final PosterPrinting printing;
  private final TransactionTemplate transaction;

  PosterBundleMaking(
      PosterBundles bundles, PosterPrinting printing, TransactionTemplate transaction) {
    super("posters");
    this.bundles = bundles;
    this.printing = printing;
    this.transaction = transaction;
  }

  @Override
  protected int makeSome() {
    var made =
        transaction.execute(status ->
            bundles
                .claim()
                .map(part -> {
                  make(part);
                  return 1;
                })
                .orElse(0));
    return made == null ? 0 : made;
  }

  /** Places that cannot be made do not keep the others back. */
  private void make(PosterBundles.Part part) {
    try {
      var subjects = bundles.subjects(part);
      if (subjects.isEmpty()) {
        bundles.failed(part);
      } else {
        bundles.made(part, printing.print(part.choice(), subjects, part.building()));
      }
    } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
      LOG.warn("no posters of part {} of {}: {}", part.part(), part.bundle(), e.toString());
      bundles.failed(part);
    }
  }
}
