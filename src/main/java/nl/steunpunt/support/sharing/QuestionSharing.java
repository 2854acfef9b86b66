package nl.steunpunt.support.sharing;

import java.util.List;
import nl.steunpunt.network.PeopleNews;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The asker's choice alone, at asking and ever after. */
@Service
public class QuestionSharing {
  private final JdbcClient sql;
  private final PeopleNews people;

  QuestionSharing(JdbcClient sql, PeopleNews people) {
    this.sql = sql;
    this.people = people;
  }

  /**
   * @throws NotFound when this person did not ask it
   */
  @Transactional
  public void share(Me me, QuestionId question, boolean shared) {
    var system = systemOf(me, question);
    sql.sql(
            shared
                ? "insert into support.shared_question (question_id) values (:id) on conflict do nothing"
                : "delete from support.shared_question where question_id = :id")
        .param("id", question)
        .update();
    people.tell(me.id(), system, List.of());
  }

  private SystemId systemOf(Me me, QuestionId question) {
    return sql.sql("select system_id from support.question where id = :id and asker_id = :me")
        .param("id", question)
        .param("me", me.id())
        .query(SystemId.class)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** Of one's own question; null: it is not. */
  @Nullable Boolean isShared(Me me, QuestionId question) {
    return sql.sql(
            """
            select exists (select from support.shared_question s where s.question_id = q.id)
              from support.question q where q.id = :id and q.asker_id = :me
            """)
        .param("id", question)
        .param("me", me.id())
        .query(Boolean.class)
        .optional()
        .orElse(null);
  }
}
