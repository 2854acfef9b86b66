package nl.steunpunt.helpdesk.desk;

import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody of the desk took and closed; it stays, by number alone. */
@Component
@Order(50)
class TicketRecords implements PersonalRecords {
  private final JdbcClient sql;

  TicketRecords(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Section> about(PersonId person) {
    return List.of(
        Section.read(
            sql,
            "tickets",
            """
            select question_id as question, coalesce(taken_by = :person, false) as taken,
                   coalesce(closed_by = :person, false) as closed
              from helpdesk.ticket where taken_by = :person or closed_by = :person order by id
            """,
            person));
  }

  @Override
  public void erase(Leaver leaver) {}
}
