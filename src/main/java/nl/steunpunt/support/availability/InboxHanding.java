package nl.steunpunt.support.availability;

import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.question.QuestionHelping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The whole inbox in other hands, in one tap. */
@Service
class InboxHanding {
  /** More than this is no inbox to hand over in one transaction. */
  private static final int MOST = 200;

  private final JdbcClient sql;
  private final QuestionHelping helping;

  InboxHanding(JdbcClient sql, QuestionHelping helping) {
    this.sql = sql;
    this.helping = helping;
  }

  int countHeld(Me me) {
    return held(me).size();
  }

  /**
   * @return how many questions went
   */
  @Transactional
  int handAll(Me me) {
    var held = held(me);
    held.forEach(question -> helping.pass(me, question, null));
    return held.size();
  }

  private List<QuestionId> held(Me me) {
    return sql.sql(
            """
            select id from support.question
             where status = 'with_power_user' and power_user_id = :me
             order by id limit :most
            """)
        .param("me", me.id())
        .param("most", MOST)
        .query(QuestionId.class)
        .list();
  }
}
