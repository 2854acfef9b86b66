package nl.steunpunt.network.decision;

import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who decides instead of a manager, for so long. Set by that manager. */
@Repository
public class DeputyManagers {
  private static final int MOST_DAYS = 366;

  private final JdbcClient sql;

  DeputyManagers(JdbcClient sql) {
    this.sql = sql;
  }

  public record Deputy(long id, String name, LocalDate fromOn, LocalDate untilOn) {}

  /**
   * The same deputy again gets the new period.
   *
   * @return whether that is another one than it was
   */
  boolean set(PersonId manager, PersonId deputy, LocalDate fromOn, LocalDate untilOn) {
    if (deputy.equals(manager)) {
      throw Refusal.of("decision.deputy.self");
    }
    if (untilOn.isBefore(fromOn) || untilOn.isAfter(fromOn.plusDays(MOST_DAYS))) {
      throw Refusal.of("decision.deputy.period");
    }
    return sql.sql(
                """
                insert into network.deputy_manager (manager_id, deputy_id, from_on, until_on, set_by)
                values (:manager, :deputy, :from, :until, :manager)
                on conflict (manager_id, deputy_id)
                do update set from_on = excluded.from_on, until_on = excluded.until_on, set_by = excluded.set_by
                 where (deputy_manager.from_on, deputy_manager.until_on) is distinct from (excluded.from_on, excluded.until_on)
                """)
            .param("manager", manager)
            .param("deputy", deputy)
            .param("from", fromOn)
            .param("until", untilOn)
            .update()
        > 0;
  }

  void remove(PersonId manager, PersonId deputy) {
    sql.sql(
            "delete from network.deputy_manager where manager_id = :manager and deputy_id = :deputy")
        .param("manager", manager)
        .param("deputy", deputy)
        .update();
  }

  List<Deputy> of(PersonId manager, LocalDate today) {
    return sql.sql(
            """
            select d.deputy_id as id, p.name, d.from_on, d.until_on
              from network.deputy_manager d join people.pub_person p on p.id = d.deputy_id
             where d.manager_id = :manager and d.until_on >= :today order by d.from_on, p.name
            """)
        .param("manager", manager)
        .param("today", today)
        .query(Deputy.class)
        .list();
  }
}
