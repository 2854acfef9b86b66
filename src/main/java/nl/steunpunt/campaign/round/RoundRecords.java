package nl.steunpunt.campaign.round;

import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.platform.retention.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who walked where is the walker's own, and goes with them. */
@Component
@Order(50)
class RoundRecords implements PersonalRecords {
  private final JdbcClient sql;

  RoundRecords(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Section> about(PersonId person) {
    return List.of(
        Section.read(
            sql,
            "rounds",
            """
            select (r.started_at at time zone 'Europe/Amsterdam')::date as day, l.path as place, z.walked_at is not null as walked,
                   (select count(*) from campaign.tap t
                     where t.round_id = r.id and t.location_id = z.location_id and t.kind = 'talked' and not t.undone) as talked
              from campaign.round r
              join campaign.round_zone z on z.round_id = r.id
              join people.pub_location l on l.id = z.location_id
             where r.person_id = :person order by r.started_at, z.sort
            """,
            person),
        Section.read(
            sql,
            "round_plan",
            """
            select p.weekdays, p.at_time as at, l.path as place
              from campaign.round_plan p
              left join campaign.round_stop s on s.person_id = p.person_id
              left join people.pub_location l on l.id = s.location_id
             where p.person_id = :person order by s.sort
            """,
            person),
        Section.read(
            sql,
            "round_me_too",
            """
            select (t.occurred_at at time zone 'Europe/Amsterdam')::date as day, l.path as place, t.issue_id as issue
              from campaign.tap t left join people.pub_location l on l.id = t.location_id
             where t.whom_id = :person and not t.undone order by t.id
            """,
            person));
  }

  @Override
  public void erase(Leaver leaver) {
    for (var table : List.of("round_plan", "round", "tap_undone")) {
      sql.sql("delete from campaign." + table + " where person_id = :person")
          .param("person", leaver.id())
          .update();
    }
    sql.sql("update campaign.tap set whom_id = null where whom_id = :person")
        .param("person", leaver.id())
        .update();
  }

  @Bean
  static RetentionRule keptRounds(JdbcClient sql) {
    return new RetentionRule(
        "rounds",
        76,
        RetentionRule.Unit.MONTHS,
        3,
        1,
        12,
        (before, most) ->
            sql.sql(
                        """
                        delete from campaign.round where id in
                               (select id from campaign.round where started_at < :before limit :most)
                        """)
                    .param("before", before)
                    .param("most", most)
                    .update()
                + sql.sql(
                        """
                        delete from campaign.tap_undone where (person_id, client_id) in
                               (select person_id, client_id from campaign.tap_undone where at < :before limit :most)
                        """)
                    .param("before", before)
                    .param("most", most)
                    .update());
  }
}
