package nl.steunpunt.campaign.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.steunpunt.campaign.CampaignHistory;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A campaign of the past, as rows. */
@Service
class StepKeeping implements CampaignHistory {
  private static final Audience ALL = new Audience(List.of(), List.of(), true);

  private final Steps steps;
  private final StepTexts texts;
  private final Sendings sendings;
  private final Audiences audiences;
  private final OrganisationCalendar calendar;
  private final JdbcClient sql;

  StepKeeping(
      Steps steps,
      StepTexts texts,
      Sendings sendings,
      Audiences audiences,
      OrganisationCalendar calendar,
      JdbcClient sql) {
    this.steps = steps;
    this.texts = texts;
    this.sendings = sendings;
    this.audiences = audiences;
    this.calendar = calendar;
    this.sql = sql;
  }

  @Override
  @Transactional
  public void tell(
      SystemId system, LocalDate liveOn, PersonId by, Collection<PastStep> past, LocalDate next) {
    if (!steps.of(system).isEmpty()) {
      return;
    }
    var campaign = steps.begin(system, liveOn, by);
    for (var kind : StepKind.values()) {
      steps.plan(campaign, kind, kind.day(liveOn, calendar.current()));
    }
    for (var step : steps.of(system)) {
      past.stream()
          .filter(one -> StepKind.of(one.step()) == step.kind())
          .forEach(one -> tell(step, by, one));
      if (step.kind() == StepKind.REMINDER) {
        steps.move(step.id(), next);
      }
    }
  }

  private void tell(Step step, PersonId by, PastStep past) {
    steps.state(step.id(), Step.State.DONE);
    at("step set state_at = :at where id = :id", step.id().value(), past.at());
    if (!past.mailed()) {
      return;
    }
    var sending = sendings.add(step, by, ALL, texts.held(step));
    sendings.counted(sending, audiences.add(step, sending, ALL, List.of()));
    at("sending set at = :at where id = :id", sending.value(), past.at());
    sql.sql("update campaign.step_reader set state = 'mailed' where sending_id = :id")
        .param("id", sending)
        .update();
  }

  private void at(String what, long id, Instant at) {
    sql.sql("update campaign." + what).param("id", id).param("at", at).update();
  }
}
