package nl.steunpunt.network.poweruser;

import java.time.Clock;
import java.util.Set;
import nl.steunpunt.network.ConstituencyChanges;
import nl.steunpunt.network.ConstituencyRule;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.network.mandate.MandateProposing;
import nl.steunpunt.network.mandate.Terms;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks somebody to become a power user, and says whom they would serve. */
@Service
class PowerUserChanging {
  private final MandateProposing proposing;
  private final Mandates mandates;
  private final ConstituencyChanges changes;
  private final Clock clock;

  PowerUserChanging(
      MandateProposing proposing, Mandates mandates, ConstituencyChanges changes, Clock clock) {
    this.proposing = proposing;
    this.mandates = mandates;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * @param department whose people it serves as soon as the candidate agrees; null: nobody yet. A
   *     change like any other, so that it can be taken back
   */
  @Transactional
  MandateId propose(
      Me lead,
      PersonId person,
      SystemId system,
      Terms terms,
      @Nullable Long department,
      Set<TopicId> knows) {
    var mandate = proposing.propose(lead.id(), person, system, terms);
    mandates.replaceTopics(mandate, knows);
    if (department != null) {
      changes.add(
          mandate,
          new ConstituencyRule(ConstituencyRule.Kind.DEPARTMENT, department),
          lead.id(),
          clock.instant());
    }
    return mandate;
  }
}
