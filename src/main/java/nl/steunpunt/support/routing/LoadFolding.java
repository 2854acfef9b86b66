package nl.steunpunt.support.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.time.Timed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Folds the changes of each power user's load into one row. Two nodes may do it at once: a row is
 * counted by who takes it away.
 */
@Component
class LoadFolding implements Timed {
  private final JdbcClient sql;

  LoadFolding(JdbcClient sql) {
    this.sql = sql;
  }

  /** The sum is right at each moment; nobody waits for it. */
  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    sql.sql(
            """
            with many as (
              select system_id, power_user_id from support.load
               group by system_id, power_user_id having count(*) > 1 or sum(waiting) = 0
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
