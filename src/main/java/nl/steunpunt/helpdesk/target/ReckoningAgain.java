package nl.steunpunt.helpdesk.target;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.time.Timed;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds what has no ticket, as after an import, and what more or fewer people are hit by, or worse,
 * than when it was reckoned: that happens elsewhere.
 */
@Component
class ReckoningAgain implements Timed {
  static final Duration LOOKS_EVERY = Duration.ofSeconds(20);
  private static final int BATCH = 200;

  private final JdbcClient sql;
  private final TicketReckoning reckoning;
  private final TransactionTemplate transaction;
  private volatile @Nullable Instant looked;

  ReckoningAgain(JdbcClient sql, TicketReckoning reckoning, TransactionTemplate transaction) {
    this.sql = sql;
    this.reckoning = reckoning;
    this.transaction = transaction;
  }

  /** Nobody waits for it. */
  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    var last = looked;
    if (last != null && now.isBefore(last.plus(LOOKS_EVERY)) && !now.isBefore(last)) {
      return List.of();
    }
    looked = now;
    var fired = new ArrayList<Fired>();
    for (var question : different()) {
      transaction.executeWithoutResult(status -> reckoning.changed(question, null, "reckoned"));
      fired.add(new Fired("reckoned", question.value(), now));
    }
    return fired;
  }

  private List<QuestionId> different() {
    return sql.sql(
            """
            select coalesce(q.id, k.question_id)
              from (select * from helpdesk.ticket where open) k
              full join (select * from support.pub_question where status = 'with_helpdesk') q
                on q.id = k.question_id and q.came_to_desk_at = k.came_at
             where k.id is null or q.id is null
                or k.reach <> helpdesk.reach_of(k.id, q.id)
                or k.weighed is distinct from helpdesk.severity_of(k.id, q.id)
             limit :batch
            """)
        .param("batch", BATCH)
        .query(QuestionId.class)
        .list();
  }
}
