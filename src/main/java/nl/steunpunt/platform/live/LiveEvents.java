package nl.steunpunt.platform.live;

import java.time.Clock;
import java.util.Collection;
import nl.steunpunt.platform.db.TypedId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells people's open screens that something happened. The event is a row of the transaction that
 * did it: a rollback tells nothing, and a node that dies after the commit has told it all the same.
 */
@Repository
public class LiveEvents {
  private final JdbcClient sql;
  private final Clock clock;
  private final Waker waker;

  LiveEvents(JdbcClient sql, Clock clock, Waker waker) {
    this.sql = sql;
    this.clock = clock;
    this.waker = waker;
  }

  /**
   * @param kind what happened, as screens and the API know it: {@code question}
   * @param subject the number of the record it happened to
   * @param detail a word more, for who cares: {@code taken}
   */
  public void tell(
      Collection<? extends TypedId> people, String kind, long subject, @Nullable String detail) {
    if (people.isEmpty()) {
      return;
    }
    sql.sql(
            """
            insert into platform.live_event (person_id, kind, subject, detail, at)
            select distinct unnest(:people::bigint[]), :kind, :subject, :detail, :at
            """)
        .param("people", people.stream().map(TypedId::value).toArray(Long[]::new))
        .param("kind", kind)
        .param("subject", subject)
        .param("detail", detail)
        .param("at", clock.instant())
        .update();
    wakeAfterCommit();
  }

  /**
   * After the commit and outside it: a NOTIFY inside a transaction holds one lock for all until it
   * commits.
   */
  private void wakeAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      waker.wake();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            waker.wake();
          }
        });
  }
}
