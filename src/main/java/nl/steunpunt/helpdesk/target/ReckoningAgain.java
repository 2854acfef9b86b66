package nl.steunpunt.helpdesk.target;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.steunpunt.platform.time.Beside;
import nl.steunpunt.support.QuestionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds what has no ticket, as after an import, and what more or fewer people are hit by, or worse,
 * than when it was reckoned: that happens elsewhere. One node does, and none in the ticker: an
 * issue may hit tens of thousands.
 */
@Component
public class ReckoningAgain extends Beside {
  private static final int LOOKS_EVERY_SECONDS = 20;
  private static final int BATCH = 200;

  private final JdbcClient sql;
  private final TicketReckoning reckoning;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ReckoningAgain(
      JdbcClient sql, TicketReckoning reckoning, TransactionTemplate transaction, Clock clock) {
    super("reckoning", LOOKS_EVERY_SECONDS);
    this.sql = sql;
    this.reckoning = reckoning;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  protected int makeSome() {
    if (isOurs()) {
      look();
    }
    return 0;
  }

  /** No node looked lately; a clock that was put back does not make all wait for it. */
  private boolean isOurs() {
    var now = clock.instant();
    return sql.sql(
                """
                update helpdesk.reckoned_again set looked_at = :now
                 where looked_at is null or looked_at <= :before or looked_at > :ahead
                """)
            .param("now", now)
            .param("before", now.minus(Duration.ofSeconds(LOOKS_EVERY_SECONDS - 1)))
            .param("ahead", now.plus(Duration.ofMinutes(1)))
            .update()
        > 0;
  }

  /** At once. */
  public void look() {
    for (var question : different()) {
      transaction.executeWithoutResult(_ -> reckoning.changed(question, null, "reckoned"));
    }
  }

  private List<QuestionId> different() {
    return sql.sql(
            """
            select coalesce(q.id, k.question_id)
              from (select * from helpdesk.ticket where open) k
              full join (select * from support.pub_question where status = 'with_helpdesk') q
                on q.id = k.question_id and q.came_to_desk_at = k.came_at
              left join helpdesk.reach_of_all() r on r.ticket = k.id
             where k.id is null or q.id is null or k.reach <> r.reach or k.weighed is distinct from r.weighed
             limit :batch
            """)
        .param("batch", BATCH)
        .query(QuestionId.class)
        .list();
  }
}
