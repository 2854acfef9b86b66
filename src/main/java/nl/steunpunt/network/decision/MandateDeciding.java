package nl.steunpunt.network.decision;

import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.mandate.AgreementKeeping;
import nl.steunpunt.network.mandate.Agreements;
import nl.steunpunt.network.mandate.Terms;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The line manager, or a deputy, decides; of two at once the second is told. */
@Service
class MandateDeciding {
  /**
   * @param version of what the manager saw
   * @param share with {@link Decision#OTHER_SHARE}, percent
   * @param reason with a "no" required
   * @param relief with a "yes": what work is taken away; null: as it was asked
   */
  record Said(
      Decision decision,
      int version,
      @Nullable Integer share,
      @Nullable String reason,
      @Nullable String relief,
      @Nullable String reliefBy) {}

  private final Agreements agreements;
  private final AgreementKeeping keeping;

  MandateDeciding(Agreements agreements, AgreementKeeping keeping) {
    this.agreements = agreements;
    this.keeping = keeping;
  }

  @Transactional
  void decide(PersonId by, MandateId id, Said said) {
    var agreement = agreements.decidedBy(by, id, keeping.today());
    agreement.requireVersion(said.version);
    var now = keeping.moment();
    var rules = keeping.rules();
    Terms.requireFit("reason", said.reason);
    Terms.requireFit("relief", said.relief);
    Terms.requireFit("reliefBy", said.reliefBy);
    switch (said.decision) {
      case AGREE -> agreement.manager().agree(by, said.relief, said.reliefBy, now, rules);
      case OTHER_SHARE -> {
        if (said.share == null) {
          throw Refusal.of(
              "mandate.refused.share", rules.settings().lowest(), rules.settings().highest());
        }
        agreement.manager().proposeOther(by, said.share, said.reason, now, rules);
      }
      case DECLINE -> {
        if (said.reason == null) {
          throw Refusal.of("mandate.refused.reason");
        }
        agreement.manager().decline(by, said.reason, now, rules);
      }
    }
    keeping.keep(agreement);
  }
}
