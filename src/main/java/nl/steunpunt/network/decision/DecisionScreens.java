package nl.steunpunt.network.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.network.mandate.Stage;
import nl.steunpunt.network.mandate.Standing;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a manager has to decide, and decided. */
@Repository
public class DecisionScreens {
  /**
   * @param forManager whose request it is, for a deputy
   */
  public record Request(
      long mandate,
      String name,
      String systemName,
      int share,
      Stage stage,
      @Nullable String forManager,
      java.time.@Nullable Instant askedAt,
      Standing standing) {}

  /** Of one of this manager's people, released by them. */
  public record Input(long mandate, String name, String systemName, Instant releasedAt) {}

  private final JdbcClient sql;

  DecisionScreens(JdbcClient sql) {
    this.sql = sql;
  }

  /** What waits first, the longest asked on top; then what stands. */
  List<Request> of(PersonId manager, LocalDate today) {
    return sql.sql(
            """
            select m.id as mandate, p.name, s.name as system_name, coalesce(m.asked_share, m.share_percent) as share,
                   m.stage, case when m.asked_id <> :me then boss.name end as for_manager, m.asked_at, m.state as standing
              from network.mandate m
              join people.pub_person p on p.id = m.person_id
              join network.system s on s.id = m.system_id
              join people.pub_person boss on boss.id = m.asked_id
             where (m.asked_id = :me
                    or m.stage in ('manager_asked', 'renewal_due') and exists (
                         select from network.deputy_manager d
                          where d.manager_id = m.asked_id and d.deputy_id = :me
                            and :today between d.from_on and d.until_on))
               and m.person_id <> :me and m.stage <> 'ended'
             order by m.stage not in ('manager_asked', 'renewal_due'), m.asked_at, p.name, m.id
             limit 200
            """)
        .param("me", manager)
        .param("today", today)
        .query(Request.class)
        .list();
  }

  /**
   * What this manager's people released for their appraisal: of who works for them today, by
   * whomever the mandate was agreed.
   */
  List<Input> released(PersonId manager) {
    return sql.sql(
            """
            select m.id as mandate, p.name, s.name as system_name, max(r.released_at) as released_at
              from network.appraisal_release r
              join network.mandate m on m.id = r.mandate_id
              join network.system s on s.id = m.system_id
              join people.pub_person p on p.id = m.person_id
             where p.manager_id = :me and p.active
             group by m.id, p.name, s.name order by max(r.released_at) desc
             limit 200
            """)
        .param("me", manager)
        .query(Input.class)
        .list();
  }

  /** For whom a link is meant. */
  String name(PersonId person) {
    return sql.sql("select name from people.pub_person where id = :id")
        .param("id", person)
        .query(String.class)
        .optional()
        .orElse("");
  }
}
