package nl.steunpunt.support.question;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.network.HelpSought;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls that the helpdesk took down first, against questions and help in passing. */
@Component
class CountedContacts implements HelpSought {
  private final JdbcClient sql;

  CountedContacts(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Sought> since(Instant then) {
    return sql.sql(
            """
            select system_id, department_id, sum(helpdesk)::int as helpdesk, sum(power_user)::int as power_user
              from (select q.system_id, p.department_id,
                           count(*) filter (where q.origin = 'desk_first') as helpdesk,
                           count(*) filter (where q.origin <> 'desk_first') as power_user
                      from support.question q join people.pub_person p on p.id = q.asker_id and p.active
                     where q.asked_at >= :then
                     group by q.system_id, p.department_id
                    union all
                    select h.system_id, h.department_id, 0, count(*)
                      from support.help_moment h
                     where h.helped_at >= :then
                     group by h.system_id, h.department_id) sought
             group by system_id, department_id
            """)
        .param("then", then)
        .query(Sought.class)
        .list();
  }
}
