package nl.steunpunt.network.system;

import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a system out of use, and into use again: who serves whom follows at once. */
@Service
class SystemActivating {
  private final Systems systems;
  private final Constituencies constituencies;

  SystemActivating(Systems systems, Constituencies constituencies) {
    this.systems = systems;
    this.constituencies = constituencies;
  }

  @Transactional
  void set(SystemId id, boolean active) {
    systems.setActive(id, active);
    constituencies.recomputeFor(id);
  }
}
