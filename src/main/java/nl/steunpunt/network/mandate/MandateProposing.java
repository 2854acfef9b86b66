package nl.steunpunt.network.mandate;

import java.util.List;
import java.util.function.Consumer;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the network lead does with a mandate. */
@Service
public class MandateProposing {
  private final Agreements agreements;
  private final AgreementKeeping keeping;
  private final Workplaces workplaces;

  MandateProposing(Agreements agreements, AgreementKeeping keeping, Workplaces workplaces) {
    this.agreements = agreements;
    this.keeping = keeping;
    this.workplaces = workplaces;
  }

  @Transactional
  public MandateId propose(PersonId lead, PersonId candidate, SystemId system, Terms terms) {
    terms.check(keeping.settings(), keeping.today());
    if (agreements.current(candidate, system).isPresent()) {
      throw Refusal.conflict("lead.grant.is_one");
    }
    return keeping.keepNew(Agreement.proposed(candidate, system, terms, lead, keeping.moment()));
  }

  /** Another share, other work taken away, another period. */
  @Transactional
  public void offer(PersonId lead, MandateId id, int version, Terms terms) {
    terms.check(keeping.settings(), keeping.today());
    change(
        id,
        agreement -> {
          agreement.requireVersion(version);
          agreement.lead().offer(lead, terms, workplaces.of(agreement.person()), keeping.moment());
        });
  }

  @Transactional
  public void askTheManager(PersonId lead, MandateId id) {
    change(
        id,
        agreement ->
            agreement
                .lead()
                .askTheManager(lead, workplaces.of(agreement.person()), keeping.moment()));
  }

  /**
   * All that an import brought and nobody was asked about.
   *
   * @return how many
   */
  @Transactional
  public int askAllManagers(PersonId lead, SystemId system) {
    List<MandateId> open = agreements.notAsked(system);
    open.forEach(id -> askTheManager(lead, id));
    return open.size();
  }

  @Transactional
  public void askInstead(PersonId lead, MandateId id, PersonId decider) {
    change(
        id,
        agreement ->
            agreement
                .lead()
                .askInstead(lead, decider, workplaces.of(agreement.person()), keeping.moment()));
  }

  @Transactional
  public void extendGrace(PersonId lead, MandateId id) {
    change(id, agreement -> agreement.lead().extendGrace(lead, keeping.moment(), keeping.rules()));
  }

  /** Before its time: the manager is asked for another year. */
  @Transactional
  public void renew(PersonId lead, MandateId id) {
    change(
        id,
        agreement ->
            agreement.lead().renew(lead, workplaces.of(agreement.person()), keeping.moment()));
  }

  private void change(MandateId id, Consumer<Agreement> verb) {
    var agreement = agreements.locked(id).orElseThrow(NotFound::new);
    verb.accept(agreement);
    keeping.keep(agreement);
  }
}
