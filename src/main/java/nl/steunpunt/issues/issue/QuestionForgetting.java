package nl.steunpunt.issues.issue;

import java.util.List;
import nl.steunpunt.support.QuestionsForgotten;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That somebody has the issue too stays; through which question they came goes. */
@Component
class QuestionForgetting implements QuestionsForgotten {
  private final JdbcClient sql;

  QuestionForgetting(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void forget(List<Long> questions) {
    sql.sql("update issues.me_too set question_id = null where question_id in (:questions)")
        .param("questions", questions)
        .update();
    sql.sql("delete from issues.carried_question where question_id in (:questions)")
        .param("questions", questions)
        .update();
    sql.sql("delete from issues.linked_question where question_id in (:questions)")
        .param("questions", questions)
        .update();
  }
}
