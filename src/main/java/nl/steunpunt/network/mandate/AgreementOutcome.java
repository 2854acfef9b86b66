package nl.steunpunt.network.mandate;

import java.util.List;
import java.util.Map;
import nl.steunpunt.network.AgreedHoursChanged;
import nl.steunpunt.network.MandateEnded;
import nl.steunpunt.network.MandateGranted;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.people.People;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What follows from an agreement that was saved: the role, the list of volunteers, the trail, and
 * the facts that others wait for.
 */
@Component
class AgreementOutcome {
  private final JdbcClient sql;
  private final People people;
  private final ApplicationEventPublisher facts;
  private final AuditTrail audit;

  AgreementOutcome(
      JdbcClient sql, People people, ApplicationEventPublisher facts, AuditTrail audit) {
    this.sql = sql;
    this.people = people;
    this.facts = facts;
    this.audit = audit;
  }

  void follow(MandateId id, Agreement agreement) {
    var row = agreement.row(id);
    if (agreement.stage() != Stage.PROPOSED) {
      // Who said yes, or is a power user by a file, volunteers no more.
      sql.sql("delete from network.volunteer where person_id = :person and system_id = :system")
          .param("person", agreement.person())
          .param("system", agreement.system())
          .update();
    }
    note(agreement, row);
    if (agreement.shareBefore() != row.sharePercent() || agreement.hasOtherHours()) {
      facts.publishEvent(new AgreedHoursChanged(id));
    }
    if (agreement.began()) {
      people.give(agreement.person(), Role.POWER_USER);
      facts.publishEvent(new MandateGranted(id, agreement.person(), agreement.system()));
    } else if (agreement.stopped()) {
      stopped(id, agreement);
    }
  }

  /** What the administrator's trail tells; the mandate's own history tells the rest. */
  private void note(Agreement agreement, AgreementRow row) {
    var system =
        sql.sql("select name from network.system where id = :id")
            .param("id", agreement.system())
            .query(String.class)
            .single();
    var person = agreement.person().value();
    if (agreement.began()) {
      audit.note("mandate_granted", person, Map.of("system", system, "share", row.sharePercent()));
    } else if (agreement.shareBefore() != row.sharePercent()) {
      audit.note(
          "mandate_changed",
          person,
          Map.of("system", system, "share", List.of(agreement.shareBefore(), row.sharePercent())));
    }
    if (agreement.newSteps().stream()
        .anyMatch(step -> step.kind() == StepKind.AGREED || step.kind() == StepKind.RENEWED)) {
      audit.note("mandate_agreed", person, Map.of("system", system));
    }
    if (agreement.stopped()) {
      audit.note("mandate_ended", person, Map.of("system", system));
    }
  }

  private void stopped(MandateId id, Agreement agreement) {
    var isLast =
        sql.sql(
                """
                select not exists (select from network.mandate
                                    where person_id = :person and state in ('provisional', 'active'))
                """)
            .param("person", agreement.person())
            .query(Boolean.class)
            .single();
    if (isLast) {
      people.take(agreement.person(), Role.POWER_USER);
    }
    facts.publishEvent(new MandateEnded(id, agreement.person(), agreement.system(), isLast));
  }
}
