package nl.steunpunt.campaign.step;

import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.platform.retention.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which campaign mails somebody got, and whether they want any. */
@Component
@Order(51)
class StepRecords implements PersonalRecords {
  private final JdbcClient sql;

  StepRecords(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Section> about(PersonId person) {
    return List.of(
        Section.read(
            sql,
            "campaign_mails",
            """
            select (g.at at time zone 'Europe/Amsterdam')::date as day, y.name as system, s.kind as step, r.state
              from campaign.step_reader r
              join campaign.sending g on g.id = r.sending_id
              join campaign.step s on s.id = r.step_id
              join campaign.campaign c on c.id = s.campaign_id
              join network.pub_system y on y.id = c.system_id
             where r.person_id = :person order by g.id
            """,
            person),
        Section.read(
            sql,
            "campaign_unsubscribed",
            """
            select (at at time zone 'Europe/Amsterdam')::date as day from campaign.unsubscribed where person_id = :person
            """,
            person),
        Section.read(
            sql,
            "campaign_work",
            """
            select (g.at at time zone 'Europe/Amsterdam')::date as day, s.kind as step, 'sent' as what
              from campaign.sending g join campaign.step s on s.id = g.step_id where g.by_id = :person
            union all
            select (t.at at time zone 'Europe/Amsterdam')::date, s.kind, 'text'
              from campaign.step_text t join campaign.step s on s.id = t.step_id where t.by_id = :person
            union all
            select (begun_at at time zone 'Europe/Amsterdam')::date, null, 'begun'
              from campaign.campaign where begun_by = :person
             order by 1
            """,
            person));
  }

  @Override
  public void erase(Leaver leaver) {
    for (var gone : List.of("step_reader where person_id", "unsubscribed where person_id")) {
      sql.sql("delete from campaign." + gone + " = :person").param("person", leaver.id()).update();
    }
    for (var unnamed :
        List.of(
            "sending set by_id = null where by_id",
            "step_text set by_id = null where by_id",
            "campaign set begun_by = null where begun_by")) {
      sql.sql("update campaign." + unnamed + " = :person").param("person", leaver.id()).update();
    }
  }

  /** Who got what goes; that it was sent stays, and is not sent again. */
  @Bean
  static RetentionRule keptCampaignMails(JdbcClient sql) {
    return new RetentionRule(
        "campaign_mails",
        77,
        RetentionRule.Unit.MONTHS,
        12,
        3,
        24,
        (before, most) ->
            sql.sql(
                    """
                    with old as (
                      select r.step_id, r.person_id, r.sending_id
                        from campaign.step_reader r join campaign.sending g on g.id = r.sending_id
                       where g.at < :before limit :most
                    ), told as (
                      update campaign.sending g set forgotten_at = :before
                       where g.forgotten_at is null and g.id in (select sending_id from old)
                    )
                    delete from campaign.step_reader r using old
                     where r.step_id = old.step_id and r.person_id = old.person_id
                    """)
                .param("before", before)
                .param("most", most)
                .update());
  }
}
