package nl.steunpunt.notify.morning;

import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
@Order(21)
class MorningRecords implements PersonalRecords {
  private final JdbcClient sql;

  MorningRecords(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Section> about(PersonId person) {
    return List.of(
        Section.read(
            sql,
            "mornings",
            "select at_time as at, sent_on from notify.morning where person_id = :person",
            person));
  }

  @Override
  public void erase(Leaver leaver) {
    sql.sql("delete from notify.morning where person_id = :person")
        .param("person", leaver.id())
        .update();
  }
}
