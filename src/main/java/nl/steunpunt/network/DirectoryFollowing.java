package nl.steunpunt.network;

import nl.steunpunt.people.DirectoryChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Who works elsewhere now, or for somebody else, is served by others: computed in one go. */
@Component
class DirectoryFollowing {
  private final Constituencies constituencies;

  DirectoryFollowing(Constituencies constituencies) {
    this.constituencies = constituencies;
  }

  @ApplicationModuleListener
  void on(DirectoryChanged changed) {
    constituencies.recompute();
  }
}
