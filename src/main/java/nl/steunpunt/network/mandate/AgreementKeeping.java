package nl.steunpunt.network.mandate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What every use case ends with: the agreement is stored, constituencies are right before anybody
 * hears of it, and whose turn it is gets a mail.
 */
@Component
public class AgreementKeeping {
  private final AgreementSaving saving;
  private final AgreementOutcome outcome;
  private final Constituencies constituencies;
  private final MandateNews news;
  private final Settings settings;
  private final OrganisationCalendar calendar;
  private final Clock clock;

  AgreementKeeping(
      AgreementSaving saving,
      AgreementOutcome outcome,
      Constituencies constituencies,
      MandateNews news,
      Settings settings,
      OrganisationCalendar calendar,
      Clock clock) {
    this.saving = saving;
    this.outcome = outcome;
    this.constituencies = constituencies;
    this.news = news;
    this.settings = settings;
    this.calendar = calendar;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(Agreement agreement) {
    keep(agreement.id(), agreement);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  MandateId keepNew(Agreement agreement) {
    var id = saving.reserve(agreement.person(), agreement.system());
    keep(id, agreement);
    return id;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  MandateId storeNew(Agreement agreement) {
    var id = saving.reserve(agreement.person(), agreement.system());
    store(id, agreement);
    return id;
  }

  /** For an import of many, which recomputes once and mails nobody. */
  @Transactional(propagation = Propagation.MANDATORY)
  void store(MandateId id, Agreement agreement) {
    saving.save(id, agreement, agreement.time().nextDue(rules()).orElse(null));
    outcome.follow(id, agreement);
  }

  private void keep(MandateId id, Agreement agreement) {
    store(id, agreement);
    if (agreement.changesConstituencies()) {
      constituencies.recomputeFor(agreement.system());
    }
    news.tell(id, agreement);
  }

  public Rules rules() {
    return new Rules(settings(), calendar.current());
  }

  public MandateSettings settings() {
    return settings.get(MandateSettings.SETTING, MandateSettings.class, MandateSettings.USUAL);
  }

  public Instant moment() {
    return clock.instant();
  }

  /** In the organisation's own time. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), calendar.current().zone());
  }
}
