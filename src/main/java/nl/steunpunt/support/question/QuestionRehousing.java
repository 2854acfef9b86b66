package nl.steunpunt.support.question;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.network.MandateEnded;
import nl.steunpunt.people.PeopleLeft;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.QuestionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What somebody held who is no power user any more finds another place. It looks at who is one now,
 * not at what the fact said: a fact that comes twice, or late, moves nothing.
 */
@Component
class QuestionRehousing {
  private final Questions questions;
  private final QuestionMoving moving;
  private final QuestionNews news;
  private final JdbcClient sql;
  private final Clock clock;

  QuestionRehousing(
      Questions questions, QuestionMoving moving, QuestionNews news, JdbcClient sql, Clock clock) {
    this.questions = questions;
    this.moving = moving;
    this.news = news;
    this.sql = sql;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(MandateEnded ended) {
    rehouse(List.of(ended.person()));
  }

  @ApplicationModuleListener
  void on(PeopleLeft left) {
    rehouse(left.people());
  }

  private void rehouse(List<PersonId> people) {
    var now = clock.instant();
    stranded(people)
        .forEach(id -> questions.locked(id).ifPresent(question -> rehouse(id, question, now)));
  }

  private void rehouse(QuestionId id, Question question, Instant now) {
    question.lostHolder(now);
    moving.route(question, questions.offeredBefore(id), now);
    questions.save(question);
    questions.admitHolder(question, now);
    news.tell(question, null, StepKind.LEFT.word());
  }

  /** Locked one by one in this order: two facts at once wait for each other, and never cross. */
  private List<QuestionId> stranded(List<PersonId> people) {
    return sql.sql(
            """
            select q.id from support.question q
             where q.status = 'with_power_user' and q.power_user_id = any (:people::bigint[])
               and not exists (select from network.pub_power_user u
                                 join people.pub_person p on p.id = u.person_id and p.active
                                where u.person_id = q.power_user_id and u.system_id = q.system_id)
             order by q.id
               for update of q
            """)
        .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
        .query(QuestionId.class)
        .list();
  }
}
