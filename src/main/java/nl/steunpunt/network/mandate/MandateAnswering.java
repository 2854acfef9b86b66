package nl.steunpunt.network.mandate;

import nl.steunpunt.network.MandateId;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The candidate says yes or no. */
@Service
public class MandateAnswering {
  private final Agreements agreements;
  private final AgreementKeeping keeping;
  private final Workplaces workplaces;

  MandateAnswering(Agreements agreements, AgreementKeeping keeping, Workplaces workplaces) {
    this.agreements = agreements;
    this.keeping = keeping;
    this.workplaces = workplaces;
  }

  /**
   * @param version of what the candidate saw
   */
  @Transactional
  public void agree(PersonId candidate, MandateId id, int version) {
    var agreement = agreements.ownOf(candidate, id);
    agreement.requireVersion(version);
    agreement.candidate().agree(workplaces.of(candidate), keeping.moment(), keeping.rules());
    keeping.keep(agreement);
  }

  @Transactional
  public void refuse(PersonId candidate, MandateId id, int version, @Nullable String words) {
    var agreement = agreements.ownOf(candidate, id);
    agreement.requireVersion(version);
    agreement.candidate().refuse(words, keeping.moment(), keeping.rules());
    Terms.requireFit("words", words);
    keeping.keep(agreement);
  }

  /** One's own, or there is no such thing. */
  @Transactional
  public void requireOwn(PersonId candidate, MandateId id) {
    agreements.ownOf(candidate, id);
  }
}
