package nl.steunpunt.helpdesk.desk;

import java.util.List;
import nl.steunpunt.people.NamePattern;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody of the desk took and closed, and noted; it stays, by number alone. A note may name
 * whoever asked: who leaves goes out of it.
 */
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
            person),
        Section.read(
            sql,
            "desk_notes",
            "select question_id as question, text from helpdesk.note where author_id = :person order by id",
            person),
        Section.read(
            sql,
            "desk_queues",
            """
            select u.name_nl as name from helpdesk.queue_person p join helpdesk.queue u on u.id = p.queue_id
             where p.person_id = :person order by 1
            """,
            person));
  }

  @Override
  public void erase(Leaver leaver) {
    sql.sql("delete from helpdesk.queue_person where person_id = :person")
        .param("person", leaver.id())
        .update();
    sql.sql(
            """
            update helpdesk.note n set text = regexp_replace(text, :pattern, '…', 'gi')
             where text ~* :pattern
               and (n.author_id = :person
                    or exists (select from support.pub_question q
                                where q.id = n.question_id and :person in (q.asker_id, q.filed_by_id, q.power_user_id)))
            """)
        .param("person", leaver.id())
        .param("pattern", NamePattern.of(leaver))
        .update();
  }
}
