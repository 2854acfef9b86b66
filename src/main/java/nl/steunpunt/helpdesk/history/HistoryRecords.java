package nl.steunpunt.helpdesk.history;

import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who imported a file, by number; of the tickets in it no person is known. */
@Component
@Order(51)
class HistoryRecords implements PersonalRecords {
  private final JdbcClient sql;

  HistoryRecords(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Section> about(PersonId person) {
    return List.of(
        Section.read(
            sql,
            "history_imports",
            """
            select file_name as file, (received_at at time zone 'Europe/Amsterdam')::date as day
              from helpdesk.history_run where by_id = :person order by id
            """,
            person));
  }

  @Override
  public void erase(Leaver leaver) {
    sql.sql("update helpdesk.history_run set file_name = '' where by_id = :person")
        .param("person", leaver.id())
        .update();
  }
}
