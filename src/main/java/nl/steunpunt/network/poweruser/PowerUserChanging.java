package nl.steunpunt.network.poweruser;

import java.time.Clock;
import java.util.Set;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.ConstituencyChanges;
import nl.steunpunt.network.ConstituencyRule;
import nl.steunpunt.network.Grant;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes somebody a power user, and lets somebody be one no longer. */
@Service
class PowerUserChanging {
  private final Mandates mandates;
  private final Constituencies constituencies;
  private final ConstituencyChanges changes;
  private final Clock clock;

  PowerUserChanging(
      Mandates mandates, Constituencies constituencies, ConstituencyChanges changes, Clock clock) {
    this.mandates = mandates;
    this.constituencies = constituencies;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * A provisional mandate.
   *
   * @param department whose people it serves from now on; null: nobody yet. A change like any
   *     other, so that it can be taken back
   */
  @Transactional
  MandateId grant(
      Me lead,
      PersonId person,
      SystemId system,
      int sharePercent,
      @Nullable Long department,
      Set<TopicId> knows) {
    // Granting again would take away whom they serve now.
    if (mandates.of(person, system).isPresent()) {
      throw Refusal.conflict("lead.grant.is_one");
    }
    var now = clock.instant();
    var mandate = mandates.grant(new Grant(person, system, sharePercent, Set.of(), knows), now);
    if (department != null) {
      changes.add(
          mandate,
          new ConstituencyRule(ConstituencyRule.Kind.DEPARTMENT, department),
          lead.id(),
          now);
    }
    return mandate;
  }

  /** Constituencies are right before the fact is heard: what is routed anew finds the next one. */
  @Transactional
  void end(MandateId mandate, SystemId system) {
    mandates.end(mandate, clock.instant());
    constituencies.recomputeFor(system);
  }
}
