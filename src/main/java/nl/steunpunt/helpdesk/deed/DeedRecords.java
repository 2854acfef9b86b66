package nl.steunpunt.helpdesk.deed;

import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.platform.retention.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be undone is kept for some days, and says nothing after that. */
@Component
@Order(51)
class DeedRecords implements PersonalRecords {
  private final JdbcClient sql;

  DeedRecords(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Section> about(PersonId person) {
    return List.of(
        Section.read(
            sql,
            "desk_deeds",
            """
            select (d.done_at at time zone 'Europe/Amsterdam')::date as day, d.kind, count(t.ticket_id) as tickets
              from helpdesk.deed d left join helpdesk.deed_ticket t on t.deed_id = d.id
             where d.by_id = :person group by d.id order by d.id
            """,
            person));
  }

  @Override
  public void erase(Leaver leaver) {
    sql.sql("delete from helpdesk.deed where by_id = :person")
        .param("person", leaver.id())
        .update();
  }

  @Bean
  static RetentionRule keptDeeds(JdbcClient sql) {
    return new RetentionRule(
        "desk_deeds",
        78,
        RetentionRule.Unit.DAYS,
        7,
        1,
        31,
        (before, most) ->
            sql.sql(
                    """
                    delete from helpdesk.deed where id in
                           (select id from helpdesk.deed where done_at < :before limit :most)
                    """)
                .param("before", before)
                .param("most", most)
                .update());
  }
}
