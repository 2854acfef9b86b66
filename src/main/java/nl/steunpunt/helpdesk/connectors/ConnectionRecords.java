package nl.steunpunt.helpdesk.connectors;

import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Under which number somebody's questions are in the helpdesk's own system, and for which of them
 * somebody speaks. What is kept there is kept by that system, and by its rules.
 */
@Component
@Order(51)
class ConnectionRecords implements PersonalRecords {
  private final JdbcClient sql;

  ConnectionRecords(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Section> about(PersonId person) {
    return List.of(
        Section.read(
            sql,
            "elsewhere",
            """
            select t.question_id as question, c.name as helpdesk_system, t.their_id as number_there
              from helpdesk.linked_ticket t
              join helpdesk.connection c on c.id = t.connection_id
              join support.pub_question q on q.id = t.question_id
             where q.asker_id = :person order by t.id
            """,
            person),
        Section.read(
            sql,
            "speaks_for",
            "select name as helpdesk_system from helpdesk.connection where speaker_id = :person order by id",
            person));
  }

  /** What somebody of the desk rewrote may name them; without it the words are as they are now. */
  @Override
  public void erase(Leaver leaver) {
    sql.sql(
            """
            update helpdesk.letter set repaired = null
             where repaired is not null
               and ticket_id in (select t.id from helpdesk.linked_ticket t
                                   join support.pub_question q on q.id = t.question_id where q.asker_id = :person)
            """)
        .param("person", leaver.id())
        .update();
  }
}
