package nl.steunpunt.support.helpmoment;

import java.util.Collection;
import nl.steunpunt.support.HelpMomentHistory;
import nl.steunpunt.support.HelpMomentNoted;
import nl.steunpunt.support.PastHelpMoment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class HelpMomentKeeping implements HelpMomentHistory {
  private final JdbcClient sql;
  private final ApplicationEventPublisher facts;

  HelpMomentKeeping(JdbcClient sql, ApplicationEventPublisher facts) {
    this.sql = sql;
    this.facts = facts;
  }

  @Override
  @Transactional
  public void addAll(Collection<PastHelpMoment> moments) {
    for (var moment : moments) {
      var id =
          sql.sql(
                  """
                  insert into support.help_moment
                         (power_user_id, system_id, topic_id, department_id, location_id, minutes, note, helped_at)
                  select p.id, :system, :topic, p.department_id, p.location_id, :minutes, :note, :at
                    from people.pub_person p where p.id = :powerUser returning id
                  """)
              .param("powerUser", moment.powerUser())
              .param("system", moment.system())
              .param("topic", moment.topic())
              .param("minutes", moment.minutes())
              .param("note", moment.note())
              .param("at", moment.at())
              .query(HelpMomentId.class)
              .single();
      facts.publishEvent(
          new HelpMomentNoted(
              moment.powerUser(), moment.system(), id.value(), moment.minutes(), moment.at()));
    }
  }
}
