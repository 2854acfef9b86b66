package nl.steunpunt.campaign.awareness;

import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.platform.retention.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That somebody was asked this quarter; of answers nothing is anybody's. */
@Component
@Order(52)
class AwarenessRecords implements PersonalRecords {
  private final JdbcClient sql;

  AwarenessRecords(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Section> about(PersonId person) {
    return List.of(
        Section.read(
            sql,
            "awareness_asked",
            "select quarter from campaign.awareness_asked where person_id = :person",
            person));
  }

  @Override
  public void erase(Leaver leaver) {
    sql.sql("delete from campaign.awareness_asked where person_id = :person")
        .param("person", leaver.id())
        .update();
  }

  @Bean
  static RetentionRule keptAwareness(JdbcClient sql) {
    return new RetentionRule(
        "awareness",
        78,
        RetentionRule.Unit.MONTHS,
        24,
        3,
        60,
        (before, most) ->
            sql.sql(
                    """
                    delete from campaign.awareness_week where (system_id, week, department_id) in
                           (select system_id, week, department_id from campaign.awareness_week
                             where week < (:before::timestamptz at time zone 'Europe/Amsterdam')::date limit :most)
                    """)
                .param("before", before)
                .param("most", most)
                .update());
  }
}
