package nl.steunpunt.campaign.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a lead plans; sending is {@link StepSending}. */
@Service
class Campaigning {
  /** Further away it is a slip of the pen. */
  private static final int MOST_YEARS = 5;

  private final Steps steps;
  private final Systems systems;
  private final OrganisationCalendar calendar;
  private final Clock clock;
  private final AuditTrail audit;

  Campaigning(
      Steps steps, Systems systems, OrganisationCalendar calendar, Clock clock, AuditTrail audit) {
    this.steps = steps;
    this.systems = systems;
    this.calendar = calendar;
    this.clock = clock;
    this.audit = audit;
  }

  /** Plans the steps around this day; what was planned by hand stays where it is. */
  @Transactional
  public void plan(Me me, SystemId system, LocalDate liveOn) {
    if (systems.byId(system).filter(ItSystem::active).isEmpty()) {
      throw new NotFound();
    }
    near(liveOn, "liveOn");
    var campaign = steps.begin(system, liveOn, me.id());
    var working = calendar.current();
    for (var kind : StepKind.values()) {
      steps.plan(campaign, kind, kind.day(liveOn, working));
    }
    audit.note(
        "campaign_planned",
        system.value(),
        Map.of("campaign", campaign.value(), "live_on", liveOn.toString()));
  }

  @Transactional
  public void move(StepId id, LocalDate on) {
    near(on, "on");
    steps.move(ongoing(id).id(), on);
  }

  @Transactional
  public void earlier(StepId id) {
    steps.earlier(ongoing(id).id());
  }

  @Transactional
  public void state(StepId id, Step.State state) {
    steps.state(ongoing(id).id(), state);
  }

  /** What waits to be mailed still goes; nothing else is sent. */
  @Transactional
  public void end(CampaignId id) {
    var system = steps.end(id).orElseThrow(NotFound::new);
    audit.note("campaign_ended", system.value(), Map.of("campaign", id.value()));
  }

  private Step ongoing(StepId id) {
    var step = steps.visible(id);
    if (!step.open()) {
      throw Refusal.conflict("campaign.refused.ended");
    }
    return step;
  }

  private void near(LocalDate day, String field) {
    var today = LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE);
    if (day.isBefore(today.minusYears(MOST_YEARS)) || day.isAfter(today.plusYears(MOST_YEARS))) {
      throw Refusal.of("campaign.refused.day").at(field);
    }
  }
}
