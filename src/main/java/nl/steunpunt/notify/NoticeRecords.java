package nl.steunpunt.notify;

import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
@Order(20)
class NoticeRecords implements PersonalRecords {
  private final JdbcClient sql;

  NoticeRecords(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Section> about(PersonId person) {
    return List.of(
        Section.read(
            sql,
            "notices",
            """
            select conversation, way, since, due_at as due, told_at as told from notify.pending
             where person_id = :person
            """,
            person),
        Section.read(
            sql,
            "notice_choices",
            "select occasion, way, wanted from notify.choice where person_id = :person",
            person),
        Section.read(
            sql,
            "notice_wish",
            """
            select shown, hours, weekdays, from_time as "from", until_time as until
              from notify.push_wish where person_id = :person
            """,
            person),
        // Not by which address and keys: who has those can use them.
        Section.read(
            sql,
            "notice_browsers",
            """
            select name, created_at as since, received_at as latest, trouble from notify.push_browser
             where person_id = :person order by id
            """,
            person));
  }

  @Override
  public void erase(Leaver leaver) {
    sql.sql("delete from notify.pending where person_id = :person")
        .param("person", leaver.id())
        .update();
    sql.sql("delete from notify.choice where person_id = :person")
        .param("person", leaver.id())
        .update();
    sql.sql("delete from notify.push_wish where person_id = :person")
        .param("person", leaver.id())
        .update();
    sql.sql("delete from notify.push_browser where person_id = :person")
        .param("person", leaver.id())
        .update();
  }
}
