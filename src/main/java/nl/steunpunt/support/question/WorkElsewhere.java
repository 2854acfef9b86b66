package nl.steunpunt.support.question;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.support.DeskElsewhere;
import nl.steunpunt.support.QuestionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A desk that works in another system: it is not at the screen, and comes later. */
@Service
class WorkElsewhere implements DeskElsewhere {
  private static final int PAGE = 200;
  private static final String SAID =
      """
      select m.id, m.client_id, a.name as author, m.kind, m.text,
             (select count(*) from support.attachment f where f.message_id = m.id) as files
        from support.message m join people.pub_person a on a.id = m.author_id
       where m.question_id = :question
      """;

  private final Questions questions;
  private final MessageWriting writing;
  private final QuestionNews news;
  private final JdbcClient sql;
  private final Clock clock;

  WorkElsewhere(
      Questions questions, MessageWriting writing, QuestionNews news, JdbcClient sql, Clock clock) {
    this.questions = questions;
    this.writing = writing;
    this.news = news;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Transactional
  public boolean lock(QuestionId question) {
    return sql.sql("select id from support.question where id = :id for update")
        .param("id", question)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  @Override
  public List<Said> saidAfter(QuestionId question, long message) {
    return sql.sql(SAID + " and m.id > :message order by m.id limit :page")
        .param("question", question)
        .param("message", message)
        .param("page", PAGE)
        .query(Said.class)
        .list();
  }

  @Override
  public Optional<Said> said(QuestionId question, long message) {
    return sql.sql(SAID + " and m.id = :message")
        .param("question", question)
        .param("message", message)
        .query(Said.class)
        .optional();
  }

  @Override
  @Transactional
  public void say(Me desk, QuestionId question, UUID clientId, String text) {
    writing.write(desk, question, clientId, text);
  }

  @Override
  @Transactional
  public void reopen(Me desk, QuestionId id) {
    var question = questions.locked(id).orElseThrow(NotFound::new);
    var now = clock.instant();
    question.reopenAtDesk(now);
    questions.save(question);
    news.tell(question, desk.id(), "reopened");
  }
}
