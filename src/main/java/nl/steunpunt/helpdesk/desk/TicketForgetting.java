package nl.steunpunt.helpdesk.desk;

import java.util.List;
import nl.steunpunt.support.QuestionsForgotten;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ticket and notes are the desk's side of a question, and go with it. */
@Component
class TicketForgetting implements QuestionsForgotten {
  private final JdbcClient sql;

  TicketForgetting(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void forget(List<Long> questions) {
    sql.sql("delete from helpdesk.note where question_id in (:questions)")
        .param("questions", questions)
        .update();
    sql.sql("delete from helpdesk.ticket where question_id in (:questions)")
        .param("questions", questions)
        .update();
  }
}
