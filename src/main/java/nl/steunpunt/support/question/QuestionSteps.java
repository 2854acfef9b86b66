package nl.steunpunt.support.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.steunpunt.platform.time.Timed;
import nl.steunpunt.support.QuestionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The timed steps: a question moves on when its power user is silent, and closes when nobody
 * disputes the answer.
 */
@Component
class QuestionSteps implements Timed {
  private static final int BATCH = 50;

  private final Questions questions;
  private final QuestionMoving moving;
  private final QuestionNews news;
  private final JdbcClient sql;
  private final TransactionTemplate transaction;

  QuestionSteps(
      Questions questions,
      QuestionMoving moving,
      QuestionNews news,
      JdbcClient sql,
      TransactionTemplate transaction) {
    this.questions = questions;
    this.moving = moving;
    this.news = news;
    this.sql = sql;
    this.transaction = transaction;
  }

  @Override
  public Optional<Instant> nextDue() {
    return Timed.first(sql, "select min(next_at) from support.question where next_at is not null");
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    var due =
        sql.sql(
                "select id from support.question where next_at <= :now order by next_at limit :batch")
            .param("now", now)
            .param("batch", BATCH)
            .query(QuestionId.class)
            .list();
    var fired = new ArrayList<Fired>();
    for (var id : due) {
      transaction.execute(status -> step(id, now)).ifPresent(fired::add);
    }
    return fired;
  }

  /**
   * Somebody may have acted, or another node done the step, since it was found due: then there is
   * nothing to do.
   */
  private Optional<Fired> step(QuestionId id, Instant now) {
    var found =
        questions
            .locked(id)
            .filter(question -> question.next() != null && !question.next().at().isAfter(now));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var question = found.get();
    var next = Objects.requireNonNull(question.next());
    if (next.kind() == Next.Kind.CLOSES) {
      question.closeInSilence(now);
    } else {
      question.fellSilent(now);
      moving.route(question, questions.offeredBefore(id), now);
    }
    questions.save(question);
    questions.admitHolder(question, now);
    news.tell(question, null, question.newSteps().getLast().kind().word());
    return Optional.of(new Fired(next.kind().word(), id.value(), now));
  }
}
