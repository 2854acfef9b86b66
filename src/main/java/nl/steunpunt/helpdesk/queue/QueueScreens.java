package nl.steunpunt.helpdesk.queue;

import java.util.List;
import nl.steunpunt.platform.db.ScreenSql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queues with what leads to each and how much waits there, in one statement. */
@Repository
public class QueueScreens {
  public record Row(
      long id,
      String nameNl,
      String nameEn,
      boolean fallback,
      int waiting,
      int rules,
      int people) {}

  private final JdbcClient sql;
  private final ScreenSql screens;

  QueueScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  public List<Row> all() {
    return screens.list(
        sql.sql(
            """
            select to_json(r) from (
              select u.id, u.name_nl, u.name_en, u.fallback,
                     (select count(*) from helpdesk.ticket k where k.queue_id = u.id and k.open) as waiting,
                     (select count(*) from helpdesk.queue_rule q where q.queue_id = u.id) as rules,
                     (select count(*) from helpdesk.queue_person p
                        join people.pub_person d on d.id = p.person_id and d.active and d.roles @> array['helpdesk']
                       where p.queue_id = u.id) as people
                from helpdesk.queue u where u.active
               order by u.fallback desc, u.name_nl, u.id) r
            """),
        Row.class);
  }
}
