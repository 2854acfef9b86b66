package nl.steunpunt.support.routing;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.platform.time.Timed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Folds the changes of each power user's load into one row. Of several nodes one does it at a time:
 * two that take the same rows in another order would wait for each other for ever.
 */
@Component
class LoadFolding implements Timed {
  private final JdbcClient sql;

  LoadFolding(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    sql.sql(
            """
            with turn as materialized (
              select pg_try_advisory_xact_lock(hashtext('support.load')) as mine
            ), many as (
              select l.system_id, l.power_user_id from turn join support.load l on turn.mine
               group by l.system_id, l.power_user_id having count(*) > 1 or sum(l.waiting) = 0
            ), folded as (
              delete from support.load l using many
               where l.system_id = many.system_id and l.power_user_id = many.power_user_id
              returning l.system_id, l.power_user_id, l.waiting
            )
            insert into support.load
            select system_id, power_user_id, sum(waiting) from folded
             group by system_id, power_user_id having sum(waiting) <> 0
            """)
        .update();
    return List.of();
  }
}
