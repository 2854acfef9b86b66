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
  private final Agreements agreements;
  private final Constituencies constituencies;
  private final MandateNews news;
  private final Settings settings;
  private final OrganisationCalendar calendar;
  private final Clock clock;

  AgreementKeeping(
      Agreements agreements,
      Constituencies constituencies,
      MandateNews news,
      Settings settings,
      OrganisationCalendar calendar,
      Clock clock) {
    this.agreements = agreements;
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
    var id = agreements.reserve(agreement.person(), agreement.system());
    keep(id, agreement);
    return id;
  }

  /** For an import of many, which recomputes once and mails nobody. */
  @Transactional(propagation = Propagation.MANDATORY)
  void store(MandateId id, Agreement agreement) {
    agreements.save(id, agreement, agreement.time().nextDue(rules()).orElse(null));
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
