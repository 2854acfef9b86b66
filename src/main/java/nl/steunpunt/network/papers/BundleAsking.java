package nl.steunpunt.network.papers;

import java.util.Optional;
import nl.steunpunt.people.Me;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Service
public class BundleAsking {
  private final Bundles bundles;
  private final BundleMaking making;
  private final Papers papers;

  BundleAsking(Bundles bundles, BundleMaking making, Papers papers) {
    this.bundles = bundles;
    this.making = making;
    this.papers = papers;
  }

  /**
   * @return empty when that department has no such paper for this person
   */
  @Transactional
  public Optional<BundleId> ask(
      Me me, PaperKind kind, @Nullable String language, Bundles.Department department) {
    var bundle = bundles.ask(me, kind, language, department, papers.today());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            making.begin();
          }
        });
    return bundle;
  }
}
