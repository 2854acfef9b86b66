package nl.steunpunt.network.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened to mandates elsewhere or earlier, each step at its own time. Nobody is mailed, and
 * constituencies are the caller's, once for all of them.
 */
@Service
public class MandateImporting {
  private final Agreements agreements;
  private final AgreementKeeping keeping;
  private final Workplaces workplaces;

  MandateImporting(Agreements agreements, AgreementKeeping keeping, Workplaces workplaces) {
    this.agreements = agreements;
    this.keeping = keeping;
    this.workplaces = workplaces;
  }

  /**
   * Provisional, without asking anybody; one that is there already takes the share.
   *
   * @param endsOn the last day of a new one; null: a year from then
   */
  @Transactional
  public MandateId bring(
      PersonId person, SystemId system, int share, Instant at, @Nullable LocalDate endsOn) {
    var rules = keeping.rules();
    var known = agreements.current(person, system);
    if (known.isPresent()) {
      known.get().importedAgain(share, keeping.moment(), rules);
      keeping.store(known.get().id(), known.get());
      return known.get().id();
    }
    return keeping.storeNew(Agreement.imported(person, system, share, at, endsOn, rules));
  }

  /** The line manager agreed, then and elsewhere. */
  @Transactional
  public boolean agreed(MandateId id, PersonId by, Instant at) {
    var agreement = agreements.locked(id).orElseThrow(NotFound::new);
    if (agreement.stage() == Stage.AGREED || agreement.stage() == Stage.ENDED) {
      return false;
    }
    agreement.manager().agreedElsewhere(by, workplaces.of(agreement.person()), at, keeping.rules());
    keeping.store(id, agreement);
    return true;
  }

  /** The manager was asked then; false when somebody has been asked already. */
  @Transactional
  public boolean asked(MandateId id, PersonId by, Instant at) {
    var agreement = agreements.locked(id).orElseThrow(NotFound::new);
    if (agreement.stage() != Stage.CANDIDATE_AGREED) {
      return false;
    }
    agreement.lead().askTheManager(by, workplaces.of(agreement.person()), at);
    keeping.store(id, agreement);
    return true;
  }

  /** What would have come by itself until now, reminders among it, stands at its own time. */
  @Transactional
  public void catchUp(MandateId id) {
    var agreement = agreements.locked(id).orElseThrow(NotFound::new);
    var workplace = workplaces.of(agreement.person());
    var rules = keeping.rules();
    for (var due = agreement.time().nextDue(rules);
        due.isPresent() && !due.get().isAfter(keeping.moment());
        due = agreement.time().nextDue(rules)) {
      agreement.time().fallDue(workplace, due.get(), rules);
    }
    keeping.store(id, agreement);
  }

  /** The manager who was asked proposed another share then. */
  @Transactional
  public void otherShare(MandateId id, int share, String words, Instant at) {
    var agreement = agreements.locked(id).orElseThrow(NotFound::new);
    agreement
        .manager()
        .proposeOther(Objects.requireNonNull(agreement.asked()), share, words, at, keeping.rules());
    keeping.store(id, agreement);
  }

  /** The manager who was asked said no then. */
  @Transactional
  public void declined(MandateId id, String words, Instant at) {
    var agreement = agreements.locked(id).orElseThrow(NotFound::new);
    agreement
        .manager()
        .decline(Objects.requireNonNull(agreement.asked()), words, at, keeping.rules());
    keeping.store(id, agreement);
  }

  /** Since then the manager is asked for another share; what was agreed stands. */
  @Transactional
  public void changeAsked(MandateId id, PersonId by, int share, String why, Instant at) {
    var agreement = agreements.locked(id).orElseThrow(NotFound::new);
    var workplace = workplaces.of(agreement.person());
    var until = keeping.rules().day(at).plusYears(1);
    agreement.lead().offer(by, new Terms(share, why, until, null, null), workplace, at);
    keeping.store(id, agreement);
  }

  /** HR wrote it down then. */
  @Transactional
  public void recorded(MandateId id, PersonId by, Instant at) {
    var agreement = agreements.locked(id).orElseThrow(NotFound::new);
    agreement.record(by, at);
    keeping.store(id, agreement);
  }
}
