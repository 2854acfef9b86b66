package nl.steunpunt.campaign.awareness;

import java.util.Collection;
import nl.steunpunt.campaign.AwarenessHistory;
import nl.steunpunt.network.SystemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Weeks of the past, as rows. */
@Service
class AwarenessKeeping implements AwarenessHistory {
  private final JdbcClient sql;

  AwarenessKeeping(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  @Transactional
  public void addAll(SystemId system, Collection<PastWeek> weeks) {
    for (var week : weeks) {
      if (week.yes() + week.think() + week.no() < Groups.LEAST) {
        continue;
      }
      sql.sql(
              """
              insert into campaign.awareness_week (system_id, week, department_id, yes, think, no)
              select :system, :week, d.id, :yes, :think, :no from people.pub_department d where d.path = :path
              on conflict do nothing
              """)
          .param("system", system)
          .param("week", week.week())
          .param("path", week.department())
          .param("yes", week.yes())
          .param("think", week.think())
          .param("no", week.no())
          .update();
    }
  }
}
