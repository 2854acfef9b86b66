package nl.steunpunt.support.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.time.Timed;
import nl.steunpunt.support.QuestionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What was put aside comes back by itself at the moment that was promised. */
@Component
class SnoozeEnding implements Timed {
  private static final int BATCH = 50;

  private final Questions questions;
  private final QuestionNews news;
  private final JdbcClient sql;
  private final TransactionTemplate transaction;

  SnoozeEnding(
      Questions questions, QuestionNews news, JdbcClient sql, TransactionTemplate transaction) {
    this.questions = questions;
    this.news = news;
    this.sql = sql;
    this.transaction = transaction;
  }

  @Override
  public Optional<Instant> nextDue() {
    return Timed.first(
        sql, "select min(snoozed_until) from support.question where snoozed_until is not null");
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    var due =
        sql.sql(
                """
                select id from support.question where snoozed_until <= :now
                 order by snoozed_until limit :batch
                """)
            .param("now", now)
            .param("batch", BATCH)
            .query(QuestionId.class)
            .list();
    var fired = new ArrayList<Fired>();
    for (var id : due) {
      transaction.execute(status -> wake(id, now)).ifPresent(fired::add);
    }
    return fired;
  }

  /** Somebody may have woken it, or written in it, since it was found due. */
  private Optional<Fired> wake(QuestionId id, Instant now) {
    return questions
        .locked(id)
        .filter(
            question -> question.snoozedUntil() != null && !question.snoozedUntil().isAfter(now))
        .map(question -> {
          question.wakeInTime();
          questions.save(question);
          // In the asker's name: it is no news to the asker, who was told the moment before.
          news.tell(question, question.asker(), "woken");
          return new Fired("woken", id.value(), now);
        });
  }
}
