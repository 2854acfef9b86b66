package nl.steunpunt.network.mandate;

import nl.steunpunt.network.MandateId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A mandate ends at somebody's wish. Constituencies are right before the fact is heard, so that
 * open questions find the next power user.
 */
@Service
public class MandateEnding {
  private final Agreements agreements;
  private final AgreementKeeping keeping;

  MandateEnding(Agreements agreements, AgreementKeeping keeping) {
    this.agreements = agreements;
    this.keeping = keeping;
  }

  /**
   * By who may see it, but not by HR: whose wish it is follows from who asks. A manager says why,
   * as with a "no", and ends what is in force: what they are only asked for, they decline.
   *
   * @param seen the version that the page showed; null: as it stands now
   */
  @Transactional
  public void end(Me me, MandateId id, @Nullable Integer seen, @Nullable String words) {
    var agreement = agreements.visibleTo(me, id, keeping.today());
    var wish = whoseWish(me, agreement);
    if (wish == Ending.MANAGERS_WISH && words == null) {
      throw Refusal.of("mandate.refused.reason_to_end");
    }
    if (seen != null) {
      agreement.requireVersion(seen);
    }
    if (wish == Ending.MANAGERS_WISH && agreement.standing() != Standing.ACTIVE) {
      throw Refusal.conflict("mandate.refused.not_now");
    }
    agreement.end(me.id(), wish, words, keeping.moment());
    // After what it is too late for: of that a shorter text makes nothing better.
    Terms.requireFit("words", words);
    keeping.keep(agreement);
  }

  private Ending whoseWish(Me me, Agreement agreement) {
    if (agreement.person().equals(me.id())) {
      return Ending.OWN_WISH;
    }
    if (me.is(Role.NETWORK_LEAD)) {
      return Ending.LEADS_WISH;
    }
    agreements.decidedBy(me.id(), agreement.id(), keeping.today());
    return Ending.MANAGERS_WISH;
  }

  @Transactional
  public void end(PersonId by, Ending why, MandateId id) {
    var agreement = agreements.locked(id).orElseThrow(NotFound::new);
    agreement.end(by, why, null, keeping.moment());
    keeping.keep(agreement);
  }
}
