package nl.steunpunt.network.mandate;

import java.time.Clock;
import java.time.Duration;
import nl.steunpunt.people.ContractHoursChanged;
import nl.steunpunt.people.DirectoryChanged;
import nl.steunpunt.people.PeopleLeft;
import nl.steunpunt.people.PeopleMoved;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What the directory says changes who must agree. Each looks at the directory as it is now: a fact
 * that comes twice, or late, changes nothing.
 */
@Component
class MandateFollowing {
  /** As long as an import can be undone. */
  private static final Duration UNDOABLE = Duration.ofDays(30);

  private final Agreements agreements;
  private final AgreementKeeping keeping;
  private final Workplaces workplaces;
  private final LeaverCheck leavers;
  private final Clock clock;

  MandateFollowing(
      Agreements agreements,
      AgreementKeeping keeping,
      Workplaces workplaces,
      LeaverCheck leavers,
      Clock clock) {
    this.agreements = agreements;
    this.keeping = keeping;
    this.workplaces = workplaces;
    this.leavers = leavers;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(PeopleMoved moved) {
    for (var agreement : agreements.currentOf(moved.people())) {
      agreement
          .directory()
          .moved(workplaces.of(agreement.person()), clock.instant(), keeping.rules());
      keepIfChanged(agreement);
    }
  }

  @ApplicationModuleListener
  void on(ContractHoursChanged changed) {
    for (var agreement : agreements.withOtherHours(changed.people())) {
      var hours = workplaces.contractHours(agreement.person());
      agreement.directory().hoursChanged(hours, clock.instant());
      keeping.keep(agreement);
    }
  }

  @ApplicationModuleListener
  void on(PeopleLeft left) {
    var gone = leavers.among(left.people());
    for (var agreement : agreements.currentOf(gone)) {
      agreement.end(null, Ending.LEFT, null, clock.instant());
      keeping.keep(agreement);
    }
    for (var agreement : agreements.askedOf(gone)) {
      agreement.directory().askedPersonLeft(workplaces.of(agreement.person()), clock.instant());
      keepIfChanged(agreement);
    }
  }

  @ApplicationModuleListener
  void on(DirectoryChanged changed) {
    for (var agreement : agreements.endedForLeaving(clock.instant().minus(UNDOABLE))) {
      agreement
          .directory()
          .returned(workplaces.of(agreement.person()), clock.instant(), keeping.rules());
      keeping.keep(agreement);
    }
  }

  private void keepIfChanged(Agreement agreement) {
    if (!agreement.newSteps().isEmpty()) {
      keeping.keep(agreement);
    }
  }
}
