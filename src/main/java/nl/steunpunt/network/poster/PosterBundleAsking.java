package nl.steunpunt.network.poster;

import nl.steunpunt.people.Me;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Service
public class PosterBundleAsking {
  private final PosterBundles bundles;
  private final PosterBundleMaking making;

  PosterBundleAsking(PosterBundles bundles, PosterBundleMaking making) {
    this.bundles = bundles;
    this.making = making;
  }

  @Transactional
  public PosterBundleId ask(Me me, PosterChoice choice, PosterSubject.Place building) {
    var bundle = bundles.ask(me, choice, building);
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
