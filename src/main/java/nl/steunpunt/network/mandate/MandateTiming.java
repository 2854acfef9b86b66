package nl.steunpunt.network.mandate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.platform.time.Timed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminders, the end of the grace period, renewal and the last day come by themselves. */
@Component
class MandateTiming implements Timed {
  private static final int BATCH = 50;

  private final Agreements agreements;
  private final AgreementKeeping keeping;
  private final Workplaces workplaces;
  private final TransactionTemplate transaction;

  MandateTiming(
      Agreements agreements,
      AgreementKeeping keeping,
      Workplaces workplaces,
      TransactionTemplate transaction) {
    this.agreements = agreements;
    this.keeping = keeping;
    this.workplaces = workplaces;
    this.transaction = transaction;
  }

  @Override
  public Optional<Instant> nextDue() {
    return agreements.firstDue();
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    var fired = new ArrayList<Fired>();
    for (var id : agreements.due(now, BATCH)) {
      transaction.execute(status -> fire(id, now)).forEach(fired::add);
    }
    return fired;
  }

  /** One that only had something to note answers so too: it was done, and others wait behind it. */
  private List<Fired> fire(MandateId id, Instant now) {
    var claimed = agreements.claim(id, now);
    if (claimed.isEmpty()) {
      return List.of();
    }
    var agreement = claimed.get();
    agreement.time().fallDue(workplaces.of(agreement.person()), now, keeping.rules());
    keeping.keep(agreement);
    var what =
        agreement.newSteps().stream().map(step -> step.kind().name().toLowerCase(Locale.ROOT));
    var done = what.map(word -> new Fired("mandate_" + word, id.value(), now)).toList();
    return done.isEmpty() ? List.of(new Fired("mandate_noted", id.value(), now)) : done;
  }
}
