package nl.steunpunt.people.directory;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;
import nl.steunpunt.people.ContractHoursChanged;
import nl.steunpunt.people.DirectoryChanged;
import nl.steunpunt.people.PeopleLeft;
import nl.steunpunt.people.PeopleMoved;
import nl.steunpunt.people.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the other modules what an import did, within its transaction. */
@Component
class ImportFacts {

  private static final String NEARNESS_CHANGED =
      """
      ((before).department_id, (before).location_id, (before).manager_id)
      is distinct from ((after).department_id, (after).location_id, (after).manager_id)
      """;

  private static final String HOURS_CHANGED =
      "(before).contract_hours is distinct from (after).contract_hours";

  private final JdbcClient sql;
  private final ApplicationEventPublisher facts;

  ImportFacts(JdbcClient sql, ApplicationEventPublisher facts) {
    this.sql = sql;
    this.facts = facts;
  }

  void applied(ImportRunId run, Instant at) {
    publish(run, "kind = 'leave'", PeopleLeft::new);
    publish(run, "kind = 'move' and " + NEARNESS_CHANGED, PeopleMoved::new);
    publish(run, "kind = 'move' and " + HOURS_CHANGED, ContractHoursChanged::new);
    facts.publishEvent(new DirectoryChanged(at));
  }

  void undone(ImportRunId run, Instant at) {
    publish(run, "kind = 'return'", PeopleLeft::new);
    publish(run, "kind = 'move' and " + NEARNESS_CHANGED, PeopleMoved::new);
    publish(run, "kind = 'move' and " + HOURS_CHANGED, ContractHoursChanged::new);
    facts.publishEvent(new DirectoryChanged(at));
  }

  private void publish(ImportRunId run, String which, Function<List<PersonId>, Object> fact) {
    sql
        .sql(
            "select person_id from people.import_change where run_id = :run and "
                + which
                + " order by person_id")
        .param("run", run)
        .query(PersonId.class)
        .list()
        .stream()
        .gather(Gatherers.windowFixed(PeopleLeft.MOST))
        .map(fact)
        .forEach(facts::publishEvent);
  }
}
