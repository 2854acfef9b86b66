package nl.steunpunt.network.register;

import java.util.Collection;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.mandate.AgreementKeeping;
import nl.steunpunt.network.mandate.Agreements;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** HR wrote it into the personnel file, or took it out. Nothing waits for it. */
@Service
class MandateRecording {
  private final Agreements agreements;
  private final AgreementKeeping keeping;

  MandateRecording(Agreements agreements, AgreementKeeping keeping) {
    this.agreements = agreements;
    this.keeping = keeping;
  }

  @Transactional
  void record(PersonId by, MandateId id) {
    var agreement = agreements.locked(id).orElseThrow(NotFound::new);
    agreement.record(by, keeping.moment());
    keeping.keep(agreement);
  }

  /**
   * What a colleague recorded meanwhile is passed over.
   *
   * @return how many
   */
  @Transactional
  int recordAll(PersonId by, Collection<MandateId> ids) {
    var done = 0;
    // In order, so that two who record the same ones wait for each other and never cross.
    for (var id : ids.stream().sorted(java.util.Comparator.comparing(MandateId::value)).toList()) {
      try {
        record(by, id);
        done++;
      } catch (Refusal recordedAlready) {
        // By somebody else, a moment ago.
      }
    }
    return done;
  }
}
